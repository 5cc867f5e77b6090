-- Begin a contact for someone who reaches out and has none open; give it a code and a place.
-- KEYS  7 person hash   8 waiting zset   9 open zset   10 codes hash   11 words list
-- ARGV  5 contact id   6 contact fields, JSON object   7 person fields, JSON object   8 seconds a person is kept
--       9 sealed words for the peer to come, JSON list
-- Gives "opened" | "gone" | "moved"
local person, waiting, open, codes = KEYS[7], KEYS[8], KEYS[9], KEYS[10]
if redis.call("HEXISTS", person, "contact") == 1 then return "moved" end
local code = tonumber(redis.call("HGET", codes, "next") or "0")
for _ = 1, 9999 do
  code = code % 9999 + 1
  if redis.call("HSETNX", codes, code, ARGV[5]) == 1 then break end
end
redis.call("HSET", codes, "next", code)
redis.call("HSET", contact, "code", code, "version", 1, "state", "waiting", "opened", now, "since", now)
for name, value in pairs(cjson.decode(ARGV[6])) do redis.call("HSET", contact, name, value) end
for name, value in pairs(cjson.decode(ARGV[7])) do redis.call("HSET", person, name, value) end
redis.call("HSET", person, "contact", ARGV[5])
redis.call("EXPIRE", person, ARGV[8])
for _, sealed in ipairs(cjson.decode(ARGV[9])) do redis.call("RPUSH", KEYS[11], sealed) end
redis.call("ZADD", waiting, now - (redis.call("HGET", contact, "rank") or 0) * 1e13, ARGV[5])
redis.call("ZADD", open, now, ARGV[5])
redis.call("ZADD", due, now + 2000, contact)
return finish("opened")
