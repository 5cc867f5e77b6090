-- Ask others to take a claimed seat, or stop asking; it stays its holder's until someone does.
-- KEYS  7 shift hash   8 seats set   9 covers set   10 undo string of the holder   11 marks hash
-- ARGV  5 volunteer id   6 "ask" | "stop"   7 undo kept from now on, or ""   8 undo that must still be kept, or ""
-- Gives "asked" | "stopped" | "already" | "not_yours" | "over" | "moved"
local covers, who, asks = KEYS[9], ARGV[5], ARGV[6] == "ask"
if ARGV[8] ~= "" and redis.call("GET", KEYS[10]) ~= ARGV[8] then return "moved" end
if redis.call("SISMEMBER", KEYS[8], who) == 0 then return finish("not_yours") end
if tonumber(redis.call("HGET", KEYS[7], "ends") or "0") <= tonumber(now) then return finish("over") end
if redis.call(asks and "SADD" or "SREM", covers, who) == 0 then return finish("already") end
if ARGV[7] ~= "" then redis.call("SET", KEYS[10], ARGV[7]) elseif ARGV[8] ~= "" then redis.call("DEL", KEYS[10]) end
redis.call("ZADD", due, "LT", now, KEYS[7])
if asks then
  redis.call("HSET", KEYS[11], "cover_called:" .. who, now)
  return finish("asked")
end
redis.call("HDEL", KEYS[11], "cover_called:" .. who)
return finish("stopped")
