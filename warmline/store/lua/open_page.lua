-- Ask a coordinator for help, once for the same reason and contact.
-- KEYS  7 page hash   8 page codes hash
-- ARGV  5 page id   6 page fields, JSON object
-- Gives "opened" | "already" | "gone"; the code is in the page
local page, codes = KEYS[7], KEYS[8]
if redis.call("EXISTS", page) == 1 then return finish("already") end
local code = tonumber(redis.call("HGET", codes, "next") or "0")
for _ = 1, 9999 do
  code = code % 9999 + 1
  if redis.call("HSETNX", codes, code, ARGV[5]) == 1 then break end
end
redis.call("HSET", codes, "next", code)
for name, value in pairs(cjson.decode(ARGV[6])) do redis.call("HSET", page, name, value) end
redis.call("HSET", page, "code", code, "opened", now, "rounds", 0)
redis.call("ZADD", due, now, page)
redis.call("RPUSH", bell, page)
return finish("opened")
