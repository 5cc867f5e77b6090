-- Bring shifts and claims up to a spreadsheet: shifts come, change and go, seats are taken, all of it or nothing.
-- KEYS  7 shifts zset   8 shift codes hash   then all that ARGV 5 names: of each shift hash, seats, covers, marks; of holders both
-- ARGV  5 JSON: {volunteers: [{key, version}], counts: [[first start, last start, how many]], shifts}
--       shifts: [{id, key, seats, marks, was, claimed, fields, place: [starts, id], look, anew, forget: keys, gone, holders}]
--       holders: [{id, key, claims}]; `was`: fields as read, missing for a new one; a field "" is removed; `gone`: code of who goes
-- Gives "imported" | "moved" when a shift, its claims or someone's claims are not as they were read
local shifts, codes, asked, most = KEYS[7], KEYS[8], cjson.decode(ARGV[5]), 9999
for _, who in ipairs(asked.volunteers) do
  local facts = redis.call("HMGET", who.key, "name", "claims_version")
  if not facts[1] or (facts[2] or "0") ~= who.version then return "moved" end
end
for _, days in ipairs(asked.counts) do if redis.call("ZCOUNT", shifts, days[1], days[2]) ~= days[3] then return "moved" end end
for _, shift in ipairs(asked.shifts) do
  local held = redis.call("SMEMBERS", shift.seats)
  table.sort(held)
  if redis.call("EXISTS", shift.key) ~= (shift.was and 1 or 0) or table.concat(held, " ") ~= shift.claimed then return "moved" end
  for name, value in pairs(shift.was or {}) do
    if (redis.call("HGET", shift.key, name) or "") ~= value then return "moved" end
  end
end
while redis.call("HLEN", codes) * 2 > most do most = most * 10 + 9 end
for _, shift in ipairs(asked.shifts) do
  if not shift.was then
    local code = redis.call("HGET", codes, "next") or 0
    repeat code = code % most + 1 until redis.call("HSETNX", codes, code, shift.id) == 1
    redis.call("HSET", shift.key, "code", code)
    redis.call("HSET", codes, "next", code)
  end
  for name, value in pairs(shift.fields) do redis.call(value == "" and "HDEL" or "HSET", shift.key, name, value) end
  redis.call(shift.gone and "ZREM" or "ZADD", shifts, unpack(shift.place))
  redis.call("ZADD", due, "LT", shift.look, shift.key)
  for _, mark in ipairs(shift.anew and redis.call("HKEYS", shift.marks) or {}) do
    if string.sub(mark, 1, 8) ~= "claimed:" then redis.call("HDEL", shift.marks, mark) end
  end
  if shift.gone and redis.call("HGET", codes, shift.gone) == shift.id then redis.call("HDEL", codes, shift.gone) end
  redis.call("DEL", unpack(shift.forget))
  for _, who in ipairs(shift.holders) do
    redis.call("SADD", shift.seats, who.id)
    redis.call("HSETNX", shift.marks, "claimed:" .. who.id, now)
    redis.call("ZADD", who.claims, shift.place[1], shift.id)
    redis.call("HINCRBY", who.key, "claims_version", 1)
  end
end
return finish("imported")
