-- The peer leaves a caller with the crisis line: free again after a breathing space, while those two go on.
-- KEYS  7 peer's volunteer hash   8 peer's talks hash   9 peer's held list
-- ARGV  5 contact id   6 peer's wrap-up ends, unix ms   7 contact fields, JSON object; "" removes one
-- Gives "parted" | "moved"
local volunteer, talks = KEYS[7], KEYS[8]
if redis.call("HDEL", talks, ARGV[5]) == 1 then
  redis.call("HSET", volunteer, "wrapping_until", ARGV[6], "rested_since", now, "last_contact", ARGV[5])
  redis.call("ZADD", due, ARGV[6], volunteer)
  if redis.call("HLEN", talks) == 0 then redis.call("DEL", KEYS[9]) end -- held for nobody any more
end
keep_fields(contact, ARGV[7])
redis.call("ZADD", due, now, contact)
return finish("parted")
