-- Somebody has spoken a message for the team: kept until it was heard or its time is over, once however often it is told.
-- KEYS  7 message hash   8 messages zset
-- ARGV  5 message id   6 message fields, JSON object   7 when it is deleted unheard, unix ms
-- Gives "kept" | "known"
local message = KEYS[7]
if redis.call("EXISTS", message) == 1 then return "known" end
for name, value in pairs(cjson.decode(ARGV[6])) do redis.call("HSET", message, name, value) end
redis.call("HSET", message, "left", now)
redis.call("ZADD", KEYS[8], now, ARGV[5])
redis.call("ZADD", due, ARGV[7], message)
local state = redis.call("HGET", contact, "state")
if state and state ~= "closed" then -- its end follows from that, also if they have hung up meanwhile
  redis.call("HSET", contact, "call_message", ARGV[5])
  redis.call("HINCRBY", contact, "version", 1)
  redis.call("ZADD", due, now, contact)
  redis.call("RPUSH", bell, contact)
end
return finish("kept")
