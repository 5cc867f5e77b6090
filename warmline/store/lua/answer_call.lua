-- A peer takes a caller by pressing 1: the first one wins; every other offer of that caller is withdrawn.
-- KEYS  7 offered hash   8 waiting zset   9 volunteer hash   10 talks hash   11 own offers set   12 tried hash
--       13 blocked set of the caller   14… offers sets of the others who were asked
-- ARGV  5 contact id   6 volunteer id   7 contact fields, JSON object; "" removes one   8 index of the last offers set
-- Gives "answered" | "engaged" (they are with somebody else) | "apart" (a coordinator keeps the two apart) | "moved"
local offered, volunteer, talks = KEYS[7], KEYS[9], KEYS[10]
if redis.call("HLEN", talks) > 0 then return finish("engaged") end
if redis.call("SISMEMBER", KEYS[13], ARGV[6]) == 1 then return finish("apart") end
for i = 14, tonumber(ARGV[8]) do redis.call("SREM", KEYS[i], ARGV[5]) end
redis.call("SREM", KEYS[11], ARGV[5])
for _, other in ipairs(redis.call("HKEYS", offered)) do
  if other ~= ARGV[6] then redis.call("HSETNX", KEYS[12], other, "withdrawn") end
end
redis.call("DEL", offered)
redis.call("ZREM", KEYS[8], ARGV[5])
redis.call("HSET", talks, ARGV[5], "voice")
redis.call("HSET", volunteer, "misses", 0)
redis.call("HDEL", volunteer, "paused_until", "shown")
redis.call("HSET", contact, "state", "active", "peer", ARGV[6], "began", now, "last_words", now)
redis.call("HDEL", contact, "asked", "reminded", "same_peer")
keep_fields(contact, ARGV[7])
redis.call("ZADD", due, now, contact)
redis.call("RPUSH", bell, contact)
return finish("answered")
