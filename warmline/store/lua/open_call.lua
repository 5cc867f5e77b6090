-- Begin a contact for someone who phones and has none open by voice; give it a code and a place, once for a call.
-- KEYS  7 person hash   8 waiting zset   9 open zset   10 codes hash   11 leg hash of the call that came in
-- ARGV  5 contact id   6 contact fields, JSON list of name, value, ...   7 rank   8 seconds a person is kept
--       9 "1" to begin it only for somebody new
-- Gives "opened" | "known" (this call was taken in before) | "moved" (they have a call open)
--       | the person's hash, if they are not somebody new
local person, waiting, open, codes = KEYS[7], KEYS[8], KEYS[9], KEYS[10]
if redis.call("EXISTS", KEYS[11]) == 1 then return "known" end
if ARGV[9] == "1" and redis.call("EXISTS", person) == 1 then return redis.call("HGETALL", person) end
if redis.call("HEXISTS", person, "call") == 1 then return "moved" end
local code = tonumber(redis.call("HGET", codes, "next") or "0")
for _ = 1, 9999 do
  code = code % 9999 + 1
  if redis.call("HSETNX", codes, code, ARGV[5]) == 1 then break end
end
redis.call("HSET", codes, "next", code)
redis.call("HSET", contact, "code", code, "version", 1, "state", "waiting", "opened", now, "since", now,
  unpack(cjson.decode(ARGV[6])))
redis.call("HSET", person, "call", ARGV[5])
redis.call("EXPIRE", person, ARGV[8])
redis.call("ZADD", waiting, now - ARGV[7] * 1e13, ARGV[5])
redis.call("ZADD", open, now, ARGV[5])
redis.call("ZADD", due, now + 2000, contact)
redis.call("RPUSH", bell, contact)
return finish("opened")
