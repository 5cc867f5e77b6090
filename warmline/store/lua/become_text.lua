-- A call that began within a conversation is over: the two go on by text.
-- KEYS  7 talks hash of the peer   8 person hash
-- ARGV  5 contact id   6 contact fields, JSON object; "" removes one   7 number the talk runs on
-- Gives "became" | "cannot" (they have begun another conversation by text, or are forgotten) | "moved"
local person = KEYS[8]
if redis.call("HEXISTS", KEYS[7], ARGV[5]) == 0 then return "moved" end
if redis.call("HGET", person, "call") ~= ARGV[5] or redis.call("HEXISTS", person, "contact") == 1 then return "cannot" end
redis.call("HDEL", person, "call")
redis.call("HSET", person, "contact", ARGV[5])
redis.call("HSET", KEYS[7], ARGV[5], ARGV[7])
redis.call("HSET", contact, "channel", "text")
keep_fields(contact, ARGV[6])
redis.call("ZADD", due, now, contact)
redis.call("RPUSH", bell, contact)
return finish("became")
