import Testing

@testable import Gateway

struct PostgresAddressTests {
    @Test(arguments: [
        "host=db.example password=x", "postgresql://waymark:x@db.example/waymark", "postgres://db/waymark?password=x",
    ])
    func `a password in an address is seen`(address: String) {
        #expect(PostgresAddress(address).hasPassword)
    }

    @Test(arguments: [
        "", "host=db.example user=waymark", "postgresql://waymark@db.example/waymark",
        "postgresql://db.example:5432/waymark", "postgresql://[::1]:5432/waymark",
    ])
    func `an address without one has none`(address: String) {
        #expect(!PostgresAddress(address).hasPassword)
    }

    @Test(arguments: [
        "", "dbname=waymark", "host=/run/postgresql dbname=waymark", "host=127.0.0.1", "postgresql:///waymark",
        "postgresql://waymark@localhost:5433/waymark", "postgresql://[::1]/waymark",
        "postgresql://%2Frun%2Fpostgresql/waymark", "host=db.example sslmode=verify-full",
        "postgresql://waymark@db.example/waymark?sslmode=verify-full&connect_timeout=3",
    ])
    func `this machine, and a server that proves who it is, are private`(address: String) {
        #expect(PostgresAddress(address).isPrivate)
    }

    @Test(arguments: [
        "host=db.example", "host=db.example sslmode=require", "postgresql://waymark@db.example:5432/waymark",
        "host=127.0.0.1,db.example", "postgresql://localhost,db.example/waymark?sslmode=prefer",
    ])
    func `any other server may be somebody else`(address: String) {
        #expect(!PostgresAddress(address).isPrivate)
    }
}
