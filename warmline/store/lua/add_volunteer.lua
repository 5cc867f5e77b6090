-- Put someone on the roster; a phone belongs to one volunteer at most.
-- KEYS  7 person hash   8 volunteer hash   9 roster zset   10 coordinators set   11 experiences hash
-- ARGV  5 volunteer id   6 volunteer fields, JSON object   7 person fields, JSON object   8 "1" for a coordinator
--       9… lived experience, a word each
-- Gives "added" | "known" | "reaching_out" (that phone is a caller's just now, and their peer must not lose them)
local person, volunteer = KEYS[7], KEYS[8]
if redis.call("HEXISTS", person, "volunteer") == 1 then return "known" end
if redis.call("HEXISTS", person, "contact") == 1 then return "reaching_out" end
for name, value in pairs(cjson.decode(ARGV[6])) do redis.call("HSET", volunteer, name, value) end
for name, value in pairs(cjson.decode(ARGV[7])) do redis.call("HSET", person, name, value) end
redis.call("HSET", person, "volunteer", ARGV[5])
redis.call("PERSIST", person)
redis.call("ZADD", KEYS[9], now, ARGV[5])
if ARGV[8] == "1" then redis.call("SADD", KEYS[10], ARGV[5]) end
for i = 9, #ARGV do redis.call("HINCRBY", KEYS[11], ARGV[i], 1) end
return finish("added")
