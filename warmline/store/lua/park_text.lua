-- Set a text aside that no story can read, so that it is kept and the sender's next texts go on.
-- KEYS  7 parked list
-- ARGV as in _prelude.lua
-- Gives "parked" | "gone"
redis.call("RPUSH", KEYS[7], redis.call("GET", text) or "")
return finish("parked")
