-- Settle a text that changes nothing but deserves an answer, or carry out effects that stand alone.
-- KEYS, ARGV as in _prelude.lua
-- Gives "answered" | "gone" | "moved"
return finish("answered")
