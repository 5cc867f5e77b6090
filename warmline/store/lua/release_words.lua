-- The peer said whom the held words are for: they go out, in the order in which they came.
-- KEYS  7 held list
-- ARGV  5 how many words the plan was made for   6 contact fields, JSON object; "" removes one
-- Gives "released" | "gone" | "moved"
if redis.call("LLEN", KEYS[7]) ~= tonumber(ARGV[5]) then return "moved" end
redis.call("DEL", KEYS[7])
keep_fields(contact, ARGV[6])
return finish("released")
