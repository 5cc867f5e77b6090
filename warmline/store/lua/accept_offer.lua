-- A peer takes a person: the first one wins, every other open offer of that person is withdrawn.
-- KEYS  7 offered hash   8 waiting zset   9 volunteer hash   10 talks hash   11 own offers set   12 words list
--       13 tried hash   14 blocked set of the caller   15… offers sets of the others who were asked
-- ARGV  5 contact id   6 volunteer id   7 number the talk runs on
--       8 index of the last offers set
-- Gives "accepted" | "full" | "apart" (a coordinator keeps the two apart) | "moved" | "gone"
local offered, waiting, volunteer, talks = KEYS[7], KEYS[8], KEYS[9], KEYS[10]
if redis.call("HLEN", talks) >= tonumber(redis.call("HGET", volunteer, "capacity") or "0") then return finish("full") end
for _, runs_on in ipairs(redis.call("HVALS", talks)) do
  if runs_on == "voice" then return finish("full") end
end
if redis.call("SISMEMBER", KEYS[14], ARGV[6]) == 1 then return finish("apart") end
for i = 15, tonumber(ARGV[8]) do redis.call("SREM", KEYS[i], ARGV[5]) end
redis.call("SREM", KEYS[11], ARGV[5])
for _, other in ipairs(redis.call("HKEYS", offered)) do
  if other ~= ARGV[6] then redis.call("HSETNX", KEYS[13], other, "withdrawn") end
end
redis.call("DEL", offered, KEYS[12])
redis.call("ZREM", waiting, ARGV[5])
redis.call("HSET", talks, ARGV[5], ARGV[7])
redis.call("HSET", volunteer, "misses", 0, "last_number", ARGV[7])
redis.call("HDEL", volunteer, "paused_until", "shown") -- MORE is a word of theirs again, until SHIFTS
redis.call("HSET", contact, "state", "active", "peer", ARGV[6], "peer_number", ARGV[7], "began", now)
redis.call("HSET", contact, "last_words", now)
redis.call("HDEL", contact, "asked", "reminded", "same_peer")
return finish("accepted")
