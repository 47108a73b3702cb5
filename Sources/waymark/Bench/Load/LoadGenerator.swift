import Glibc
import Histogram

/// What a run of the load generator measured.
struct LoadResult {
    let answers: Int
    /// Answers that said that too much waits already.
    let busy: Int
    let seconds: Double
    /// Nanoseconds from when a request was due to its whole answer.
    let latency: Histogram<UInt64>

    var perSecond: Double { Double(answers) / seconds }

    /// A percentile in seconds.
    func percentile(_ percentile: Double) -> Double {
        Double(latency.valueAtPercentile(percentile)) / 1e9
    }
}

/// Drives the gateway over loopback from one thread.
///
/// Closed loop: every connection asks again as soon as it is answered. Open loop: requests are due at fixed intervals
/// whatever the answers do, and waiting for a free connection counts, so a stall is not hidden (coordinated omission).
struct LoadGenerator {
    /// Of one gateway, or of several, which are asked by turns.
    let ports: [Int]
    let connections: Int
    /// Requests per second in the open loop; nil for the closed loop.
    let rate: Double?
    let seconds: Double
    /// Whether phones hold no conversations and only ask whether the gateway is alive.
    var isSilent = false

    /// Runs; half of the connections are USSD phones, half SMS phones, unless all are silent.
    func run() throws -> LoadResult {
        var run = try LoadRun(self)
        defer { run.close() }
        return try run.measure()
    }
}

private struct LoadRun {
    private let plan: LoadGenerator
    private var connections: [LoadConnection] = []
    private var idle: [Int] = []
    /// The number of the next request.
    private var next: UInt64 = 0
    private var latency = Histogram<UInt64>(
        highestTrackableValue: 60_000_000_000, numberOfSignificantValueDigits: .three)
    private var answers = 0
    private var busy = 0

    init(_ plan: LoadGenerator) throws {
        self.plan = plan
        let run = String(UInt32.random(in: 0 ... .max), radix: 36)
        for place in 0..<plan.connections {
            let phone = VirtualPhone(
                id: place, kind: plan.isSilent ? .silent : place % 2 == 0 ? .ussd : .sms, run: run)
            connections.append(try LoadConnection(ports: plan.ports, phone: phone))
            idle.append(place)
        }
    }

    func close() {
        for connection in connections { connection.close() }
    }

    mutating func measure() throws -> LoadResult {
        let start = Self.now()
        let end = start + UInt64(plan.seconds * 1e9)
        var sockets = connections.map { pollfd(fd: $0.socket, events: Int16(POLLIN), revents: 0) }
        while Self.now() < end {
            try sendDue(start: start)
            for place in sockets.indices { sockets[place].fd = connections[place].socket }
            guard poll(&sockets, nfds_t(sockets.count), wait(start: start)) > 0 else { continue }
            for place in sockets.indices where sockets[place].revents != 0 { try take(place) }
        }
        return LoadResult(answers: answers, busy: busy, seconds: Double(Self.now() - start) / 1e9, latency: latency)
    }

    /// Sends what is due while there is a free connection.
    private mutating func sendDue(start: UInt64) throws {
        while let place = idle.last {
            let now = Self.now()
            let due = plan.rate.map { start + UInt64(Double(next) * 1e9 / $0) } ?? now
            guard due <= now else { return }
            idle.removeLast()
            try connections[place].send(next, dueAt: due)
            next += 1
        }
    }

    /// Milliseconds until something is due, rounded up: a phone may be late by less than one, which counts as latency.
    private func wait(start: UInt64) -> Int32 {
        guard let rate = plan.rate, !idle.isEmpty else { return 100 }
        let due = start + UInt64(Double(next) * 1e9 / rate)
        let now = Self.now()
        return due > now ? Int32(min((due - now + 999_999) / 1_000_000, 100)) : 0
    }

    private mutating func take(_ place: Int) throws {
        guard try connections[place].receive() else { return }
        latency.record(max(1, Self.now() - connections[place].dueAt))
        answers += 1
        if connections[place].isBusy { busy += 1 }
        idle.append(place)
    }

    /// Nanoseconds of the monotonic clock.
    private static func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
