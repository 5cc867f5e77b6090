-- The provider tells how a leg fares: kept, unless something later is known; its contact or page is looked at.
-- KEYS  1 leg hash   2 due zset   3 bell list   4 hash of its contact or page, or the leg itself if it is nobody's
--       5 string: whose the provider's call is
-- ARGV  1 the provider's name for it   2 placed | rang | answered | joined | left | over   3 how it ended, or ""   4 now, unix ms
--       5 next look if nobody tells, unix ms   6 seconds a leg is kept when it is over
--       7 the provider's name for the conference that it came into, or ""   8 the leg's id
-- Gives "news" | "known" | "unknown"
local leg, due, whose, told, now = KEYS[1], KEYS[2], KEYS[4], ARGV[2], ARGV[4]
local state, sid, answered, order = unpack(redis.call("HMGET", leg, "state", "sid", "answered", "order"))
if not state or (sid and sid ~= ARGV[1]) then return "unknown" end
if state == "over" then return "known" end
if told == "rang" then
  redis.call("HSETNX", leg, told, now)
  if sid then return "known" end -- when it is asked for, if nobody tells, stays as it is
end
if not sid and ARGV[1] ~= "" then
  redis.call("HSET", leg, "sid", ARGV[1])
  redis.call("SET", KEYS[5], ARGV[8], "NX", "EX", ARGV[6])
end
if told == "over" then
  redis.call("HSET", leg, "state", "over", "fate", ARGV[3], "ended", now)
  redis.call("HDEL", leg, "to", "order", "tell", "lease", "token")
  redis.call("EXPIRE", leg, ARGV[6])
  redis.call("ZREM", due, leg)
else
  redis.call("HSET", leg, "state", "placed")
  redis.call("ZADD", due, (order and not sid) and now or ARGV[5], leg)
  if ARGV[7] ~= "" then redis.call("HSET", leg, "conference", ARGV[7]) end
  if told == "left" then redis.call("HDEL", leg, "joined") end
  if told == "placed" or told == "rang" or told == "left" or (told == "answered" and answered) then return "known" end
  redis.call("HSET", leg, told, now)
  if told == "joined" and redis.call("HEXISTS", leg, "tell") == 1 then -- what happened while they were out of the room
    redis.call("ZADD", due, now, leg)
    redis.call("RPUSH", KEYS[3], leg)
  end
end
if whose == leg then return "news" end
redis.call("ZADD", due, "LT", now, whose)
redis.call("RPUSH", KEYS[3], whose)
return "news"
