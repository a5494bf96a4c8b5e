-- Sends the requests of a file, one picked at random each time. A line is: method, path, host, token, body, with tabs between them.
-- At the end it prints one line that Wrk.java reads: requests, microseconds, latencies at 50 and 99 %, failures.

local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  math.randomseed(os.time() + number * 7919)
  requests = {}
  for line in io.lines(arguments[1]) do
    local method, path, host, token, body = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t([^\t]*)\t(.*)$")
    local headers = { Host = host, Authorization = "Bearer " .. token, Accept = "application/json" }
    if body ~= "" then
      headers["Content-Type"] = "application/json"
    end
    requests[#requests + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
  end
end

function request()
  return requests[math.random(#requests)]
end

function done(summary, latency)
  local failures = summary.errors
  io.write(string.format(
    "RESULT %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    failures.connect + failures.read + failures.write + failures.timeout + failures.status))
end
