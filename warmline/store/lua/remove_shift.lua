-- Take a shift off the roster, with its claims.
-- KEYS  7 shift hash   8 shifts zset   9 shift codes hash   10 seats set   11 covers set   12 marks hash
--       then for each volunteer with a claim: claims zset, volunteer hash
-- ARGV  5 shift id   6… ids of all volunteers with a claim
-- Gives "removed" | "unknown" | "moved" when others have claimed it meanwhile
local code = redis.call("HGET", KEYS[7], "code")
if not code then return "unknown" end
if redis.call("SCARD", KEYS[10]) ~= #ARGV - 5 then return "moved" end
for i = 6, #ARGV do
  if redis.call("SISMEMBER", KEYS[10], ARGV[i]) == 0 then return "moved" end
end
for i = 6, #ARGV do
  redis.call("ZREM", KEYS[1 + i * 2], ARGV[5])
  redis.call("HINCRBY", KEYS[2 + i * 2], "claims_version", 1)
end
redis.call("DEL", KEYS[7], KEYS[10], KEYS[11], KEYS[12])
redis.call("ZREM", KEYS[8], ARGV[5])
if redis.call("HGET", KEYS[9], code) == ARGV[5] then redis.call("HDEL", KEYS[9], code) end -- else another has it by now
redis.call("ZREM", due, KEYS[7])
return finish("removed")
