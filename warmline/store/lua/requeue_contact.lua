-- The peer cannot go on: the person waits again, at the place they always had, and is looked for at once.
-- KEYS  7 waiting zset   8 tried hash   9 peer's volunteer hash   10 peer's talks hash   11 words list
--       12 peer's held list
-- ARGV  5 contact id   6 volunteer id   7 peer's wrap-up ends, unix ms   8 sealed words still to be passed on, JSON list
--       9 left | dropped   10 contact fields, JSON object; "" removes one
-- Gives "requeued" | "gone" | "moved"
local waiting, tried, volunteer, talks, words = KEYS[7], KEYS[8], KEYS[9], KEYS[10], KEYS[11]
if redis.call("HDEL", talks, ARGV[5]) == 1 then
  redis.call("HSET", volunteer, "wrapping_until", ARGV[7], "rested_since", now)
  redis.call("ZADD", due, ARGV[7], volunteer)
  if redis.call("HLEN", talks) == 0 then redis.call("DEL", KEYS[12]) end -- held for nobody any more
end
redis.call("HSET", tried, ARGV[6], ARGV[9])
redis.call("HSET", contact, "state", "waiting", "turned", now)
redis.call("HDEL", contact, "peer", "peer_number", "asked", "reminded", "shift_over", "told_nobody", "told_patience")
redis.call("HDEL", contact, "owed", "silence_paged")
keep_fields(contact, ARGV[10])
local since, rank = unpack(redis.call("HMGET", contact, "since", "rank"))
redis.call("ZADD", waiting, since - (rank or 0) * 1e13, ARGV[5])
for _, sealed in ipairs(cjson.decode(ARGV[8])) do redis.call("RPUSH", words, sealed) end
redis.call("ZADD", due, now, contact)
redis.call("RPUSH", bell, contact)
return finish("requeued")
