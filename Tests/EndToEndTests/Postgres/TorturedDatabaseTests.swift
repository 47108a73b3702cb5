#if Postgres
    import TestSupport
    import Testing

    /// `waymark torture` with several gateways on one PostgreSQL database: gateways are killed, the database is harmed while
    /// phones talk, and nothing is lost or doubled.
    @Suite(.serialized, .timeLimit(.minutes(8)), .enabled(if: Cluster.tools != nil, Cluster.whyNot))
    struct TorturedDatabaseTests {
        @Test func `killed at every fail-point and by chance, gateways that share a database lose and double nothing`()
            throws
        {
            let cluster = try Cluster()
            let run = try torture(cluster.address, "--gateways", "3", "--kills", "8", "--fail-points", "--life", "800")
            #expect(run.code == 0, "\(run.output)\(run.errors)")
            #expect(run.lines.first?.hasPrefix("torture: 16 kills, 8 of them at fail-points, ") == true)
            #expect(run.lines.last == "  nothing lost, nothing doubled")
            #expect(try cluster.query("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'waymark%'") == "0")
        }

        @Test(arguments: [("lost", "requests that the database remembers"), ("doubled", "turns in the database")])
        func `a request that is lost or doubled on purpose is found`(plant: String, finding: String) throws {
            let cluster = try Cluster()
            let run = try torture(cluster.address, "--gateways", "2", "--kills", "2", "--life", "600", "--plant", plant)
            #expect(run.code == 1 && run.output.contains(finding), "\(run.output)\(run.errors)")
        }

        @Test func `a database that is restarted as if its power failed loses nothing`() throws {
            let cluster = try Cluster()
            try expectNothingLost(cluster.address, kills: 3, disturbance: "\(cluster.stop) && \(cluster.start)")
        }

        @Test func `gateways go on with the replica when the database they wrote to is gone`() throws {
            let first = try Cluster(options: "-c synchronous_standby_names=follower")
            let second = try Cluster(following: first)
            let address =
                "host=\(first.folder),\(second.folder) user=waymark dbname=postgres target_session_attrs=read-write"
            try expectNothingLost(address, kills: 1, disturbance: "\(first.stop) && \(second.promote)")
            #expect(try second.query("SELECT pg_is_in_recovery()") == "f")
        }

        /// Longer than leases, than the silence after which a connection counts as broken, and than any answer may take.
        @Test(arguments: DatabaseProxy.Harm.allCases)
        func `a network between gateways and database that drops or cuts loses nothing`(harm: DatabaseProxy.Harm) throws
        {
            let cluster = try Cluster()
            let proxy = try DatabaseProxy(to: cluster.socket)
            try expectNothingLost(proxy.address, kills: 1, disturbance: proxy.command(harm, seconds: 15))
        }

        @Test func `a table that somebody locks for longer than an answer may take loses nothing`() throws {
            let cluster = try Cluster()
            let lock = """
                DO \\$\\$ DECLARE place text; BEGIN
                SELECT quote_ident(nspname) INTO place FROM pg_namespace WHERE nspname LIKE 'waymark-torture-%';
                EXECUTE 'LOCK TABLE ' || place || '.sessions IN ACCESS EXCLUSIVE MODE'; PERFORM pg_sleep(12); END \\$\\$
                """
            try expectNothingLost(cluster.address, kills: 1, disturbance: cluster.command(lock))
        }

        private func expectNothingLost(_ address: String, kills: Int, disturbance: String) throws {
            let run = try torture(
                address, "--gateways", "2", "--kills", "\(kills)", "--life", "2500", "--disturb", disturbance)
            print(run.output)
            #expect(run.code == 0, "\(run.output)\(run.errors)")
            #expect(run.output.contains("whose database was disturbed \(kills) times"))
            #expect(run.lines.last == "  nothing lost, nothing doubled")
        }

        private func torture(_ address: String, _ arguments: String...) throws -> Binary.Run {
            let folder = try TemporaryFolder()
            return try Binary.run(
                [
                    "torture", "--folder", folder.path, "--config", Deployment.project + "/Config", "--postgres",
                    address,
                    "--phones", "24", "--seed", "5",
                ] + arguments)
        }
    }
#endif
