extension Deployment {
    /// A deployment whose messages go to the hostile provider.
    ///
    /// - Parameters:
    ///   - timeout: Seconds that the provider has to answer.
    ///   - reportWait: Seconds that a report has to tell whether a message arrived.
    static func hostile(_ provider: HostileProvider, timeout: Int, reportWait: Int) throws -> Deployment {
        let settings = """
            messages:
              channel: keyed
              send_timeout: \(timeout)
              report_wait: \(reportWait)
              retry_first: 1
              retry_longest: 2

            """
        let deployment = try Deployment(settings: settings)
        var channels = """
            channels:
              ussd:
                adapter: africastalking-ussd
                address: "*384*77#"
                country: KE
                path_token: ${PATH_TOKEN}

            """
        for channel in HostileChannel.allCases {
            try deployment.write(channel.adapter, to: "Config/providers/\(channel.rawValue).yaml")
            channels += channel.entry(url: provider.url(of: channel))
        }
        try deployment.write(channels, to: "Config/channels.yaml")
        return deployment
    }
}
