-- The call within a conversation is over, however it went: the conversation goes on by text.
-- KEYS  7 talks hash of the peer
-- ARGV  5 contact id   6 contact fields, JSON object; "" removes one   7 number the talk runs on
-- Gives "ended" | "moved"
if redis.call("HGET", KEYS[7], ARGV[5]) == "voice" then redis.call("HSET", KEYS[7], ARGV[5], ARGV[7]) end
keep_fields(contact, ARGV[6])
redis.call("ZADD", due, now, contact)
return finish("ended")
