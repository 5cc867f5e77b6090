-- The provider says what became of a text; statuses come unordered and repeated, and never go back.
-- KEYS  1 out hash   2 due zset   3 bell list   4 lane list   5 sids of the recipient   6 sids of the caller it is about
-- ARGV  1 text id   2 sid   3 status   4 error code or ""   5 now, unix ms   6 seconds sids are kept
--       7 when to ask for its fate if nobody tells, unix ms
-- Gives "noted" | "known" | "unknown"
local out, due, lane = KEYS[1], KEYS[2], KEYS[4]
local order = {queued = 1, sending = 2, sent = 3, failed = 4, undelivered = 4, delivered = 4, settled = 5}
local was, sid, earlier = unpack(redis.call("HMGET", out, "state", "sid", "earlier"))
local is = order[ARGV[3]] or 0
if not was then return "unknown" end
if sid and sid ~= ARGV[2] then return "known" end -- an earlier try, and the text went out once more since
if earlier and string.find(earlier, ARGV[2], 1, true) then return "known" end -- the same, and it has yet to go
if not sid and was ~= "settled" then -- we died between sending and noting: this is the note
  redis.call("HSET", out, "sid", ARGV[2], "state", "sent")
  redis.call("HDEL", out, "lease", "token", "not_before")
  for i = 5, 6 do
    redis.call("RPUSH", KEYS[i], ARGV[2])
    redis.call("LTRIM", KEYS[i], -5000, -1)
    redis.call("EXPIRE", KEYS[i], ARGV[6])
    if KEYS[5] == KEYS[6] then break end
  end
  if redis.call("LINDEX", lane, 0) == ARGV[1] then redis.call("LPOP", lane) end
  if redis.call("LLEN", lane) == 0 then redis.call("ZREM", due, lane) else redis.call("ZADD", due, ARGV[5], lane) end
  redis.call("ZADD", due, ARGV[7], out)
  if is <= 3 then return "noted" end
  was = "sent"
end
if order[was] >= is then return "known" end
redis.call("HSET", out, "state", ARGV[3])
if ARGV[4] ~= "" then redis.call("HSET", out, "code", ARGV[4]) end
if is < 4 then return "noted" end
if ARGV[3] == "delivered" then
  redis.call("DEL", out) -- nobody asks for it again, and these records were two thirds of a conversation
  redis.call("ZREM", due, out)
else
  redis.call("HSET", out, "failed", ARGV[5])
  redis.call("ZADD", due, ARGV[5], out)
  redis.call("RPUSH", KEYS[3], out)
end
return "noted"
