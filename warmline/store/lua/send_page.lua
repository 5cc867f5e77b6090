-- Send an open page to the next coordinator, and say when to go on to another.
-- KEYS  7 page hash   8… volunteer hashes of those who are asked
-- ARGV  5 rounds as they were read   6 next round, unix ms   7 everybody asked so far, by id   8 index of the last volunteer hash
-- Gives "sent" | "resting" (the next round has yet to come) | "moved" | "closed"
local facts = redis.call("HMGET", KEYS[7], "rounds", "owner", "next")
if not facts[1] or facts[2] then
  redis.call("ZREM", due, KEYS[7])
  return "closed"
end
if facts[1] ~= ARGV[5] then return "moved" end
if tonumber(facts[3] or 0) > tonumber(now) then
  redis.call("ZADD", due, facts[3], KEYS[7])
  return "resting"
end
redis.call("HINCRBY", KEYS[7], "rounds", 1)
redis.call("HSET", KEYS[7], "next", ARGV[6], "asked", ARGV[7])
for i = 8, tonumber(ARGV[8]) do
  if redis.call("EXISTS", KEYS[i]) == 1 then redis.call("HSET", KEYS[i], "paged", now) end -- who was asked long ago comes first
end
redis.call("ZADD", due, ARGV[6], KEYS[7])
return finish("sent")
