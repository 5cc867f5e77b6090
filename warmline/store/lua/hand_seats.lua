-- Seats change hands, all moves or none; if one of several cannot be made, even the text stays: it is decided anew.
-- KEYS  7 swaps hash   8 undo string of whoever asked   then for each move: shift hash, seats set, covers set, marks hash,
--       claims zset of the volunteer, volunteer hash
-- ARGV  5 moves, JSON list of {give, shift, volunteer, version, beside, covered, at: start-end}
--       6 the swap that this agrees to, or ""   7 undo kept from now on, or ""   8 undo that must still be kept, or ""
-- Gives "done" | "unknown" | "over" | "full" | "already_yours" | "not_yours" | "moved"
local swaps, undo, moves, room = KEYS[7], KEYS[8], cjson.decode(ARGV[5]), {}
if ARGV[8] ~= "" and redis.call("GET", undo) ~= ARGV[8] then return "moved" end
if ARGV[6] ~= "" and redis.call("HEXISTS", swaps, ARGV[6]) == 0 then return "moved" end
for i, move in ipairs(moves) do
  local k, who, finish = 3 + i * 6, move.volunteer, #moves > 1 and tostring or finish
  local shift, seats = KEYS[k], KEYS[k + 1]
  local facts, version = redis.call("HMGET", shift, "seats", "ends", "starts"), redis.call("HGET", KEYS[k + 5], "claims_version")
  if not facts[1] or redis.call("EXISTS", KEYS[k + 5]) == 0 then return finish("unknown") end
  if tonumber(facts[2]) <= tonumber(now) then return finish("over") end
  if (version or "0") ~= move.version or move.at and move.at ~= facts[3] .. "-" .. facts[2] then return "moved" end
  room[seats] = room[seats] or tonumber(facts[1]) - redis.call("SCARD", seats)
  local has = redis.call("SISMEMBER", seats, who) == 1
  if move.give then
    if not has then return finish("not_yours") end
    if move.covered and redis.call("SISMEMBER", KEYS[k + 2], who) == 0 then return "moved" end
    room[seats] = room[seats] + 1
  else
    if has then return finish("already_yours") end
    if move.beside ~= "" and redis.call("SISMEMBER", seats, move.beside) == 0 then return "moved" end
    if room[seats] < 1 then return finish("full") end
    room[seats] = room[seats] - 1
  end
end
for i, move in ipairs(moves) do
  local k, who = 3 + i * 6, move.volunteer
  redis.call(move.give and "SREM" or "SADD", KEYS[k + 1], who)
  redis.call("SREM", KEYS[k + 2], who)
  for _, mark in ipairs(redis.call("HKEYS", KEYS[k + 3])) do
    if string.sub(mark, -#who) == who then redis.call("HDEL", KEYS[k + 3], mark) end
  end
  if not move.give then redis.call("HSET", KEYS[k + 3], "claimed:" .. who, now) end
  if move.give then redis.call("ZREM", KEYS[k + 4], move.shift)
  else redis.call("ZADD", KEYS[k + 4], redis.call("HGET", KEYS[k], "starts"), move.shift) end
  redis.call("HINCRBY", KEYS[k + 5], "claims_version", 1)
  redis.call("ZADD", due, "LT", now, KEYS[k]) -- who is on, and who is to be told what and when, is seen anew
end
if ARGV[6] ~= "" then redis.call("HDEL", swaps, ARGV[6]) end
if ARGV[7] ~= "" then redis.call("SET", undo, ARGV[7]) elseif ARGV[8] ~= "" then redis.call("DEL", undo) end
return finish("done")
