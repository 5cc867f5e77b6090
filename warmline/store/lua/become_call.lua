-- The call within a conversation is one like any other as long as it lasts: the crisis line may join it.
-- KEYS  7 talks hash of the peer   8 person hash
-- ARGV  5 contact id   6 contact fields, JSON object; "" removes one
-- Gives "became" | "has_one" (they have another call open) | "moved"
local person = KEYS[8]
if redis.call("HGET", KEYS[7], ARGV[5]) ~= "voice" then return "moved" end
local call = redis.call("HGET", person, "call")
if call and call ~= ARGV[5] then return "has_one" end
if redis.call("HGET", person, "contact") == ARGV[5] then redis.call("HDEL", person, "contact") end
redis.call("HSET", person, "call", ARGV[5])
redis.call("HSET", contact, "channel", "voice")
keep_fields(contact, ARGV[6])
redis.call("ZADD", due, now, contact)
redis.call("RPUSH", bell, contact)
return finish("became")
