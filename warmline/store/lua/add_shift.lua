-- Put a shift on the roster under a short code.
-- KEYS  7 shift hash   8 shifts zset   9 shift codes hash
-- ARGV  5 shift id   6 shift fields, JSON object   7 starts, unix ms
-- Gives "added" | "known" when there is one of this id, which stays as it is
local codes = KEYS[9]
if redis.call("EXISTS", KEYS[7]) == 1 then return finish("known") end
local code = tonumber(redis.call("HGET", codes, "next") or "0")
for _ = 1, 9999 do
  code = code % 9999 + 1
  if redis.call("HSETNX", codes, code, ARGV[5]) == 1 then break end
end
redis.call("HSET", codes, "next", code)
for name, value in pairs(cjson.decode(ARGV[6])) do redis.call("HSET", KEYS[7], name, value) end
redis.call("HSET", KEYS[7], "code", code)
redis.call("ZADD", KEYS[8], ARGV[7], ARGV[5])
redis.call("ZADD", due, ARGV[7], KEYS[7]) -- whoever waits is looked at again when it starts
return finish("added")
