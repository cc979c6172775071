-- Right passwords of many accounts, one after the other. Every connection of a thread shares the counter.
local accounts = tonumber(os.getenv("ACCOUNTS"))
local password = os.getenv("BENCH_PASSWORD")
local next_one = 0

request = function()
  next_one = next_one % accounts + 1
  local body = string.format('{"username":"bench%d","password":"%s"}', next_one, password)
  return wrk.format("POST", "/api/v1/login", { ["Content-Type"] = "application/json" }, body)
end
