namespace HyperTune.Benchmarks;

/// <summary>What damaged journals are made of.</summary>
internal static class FuzzValues
{
    /// <summary>Values of every kind, some of them no JSON.</summary>
    public static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "1", "-1", "2", "4", "5", "0.5", "2.5", "1e999", "-1e999", "NaN", "Infinity", "-Infinity", "1e308", "1e-320", "4294967296", "2147483648",
        "-2147483649", "9223372036854775807", "9223372036854775808", "18446744073709551616", "1e30", "[]", "{}", "[1]", "[null]", "[0.5,0.5]", "{\"a\":1}", "\"\"", "\"x\"", "\"7\"",
        "\"2026-10-25T02:30:00.000000\"", "\"9999-12-31T23:59:59.999999\"", "\"0001-01-01T00:00:00.000000\"", "\"2026-10-25T02:30:00+14:00\"", "\"\\ud800\"", "\"\\u0000\"", "\"relu\"", "\"Level\"",
        "\"fuzzed\"", "tru", "nul", "01", "--1", "\"\\x\"",
    ];

    /// <summary>Numbers at the ends of what types hold.</summary>
    public static readonly string[] Numbers =
    [
        "0", "-1", "1", "2", "3", "4", "7", "0.5", "2.5", "-0.0", "1e999", "-1e999", "NaN", "Infinity", "-Infinity", "1e308", "-1e308", "1e163", "5e-324", "65536", "2147483647", "4294967296",
        "9007199254740993", "9223372036854775807", "-9223372036854775808", "100000", "0.1", "0.30000000000000004",
    ];

    /// <summary>Texts that mean something somewhere.</summary>
    public static readonly string[] Texts =
    [
        "\"\"", "\"x\"", "\"relu\"", "\"1.0\"", "\"Level\"", "\"Rate\"", "\"Share\"", "\"Augment\"", "\"Extra\"", "\"fuzzed\"", "\"old\"", "\"hypertune-00-1.2-3\"", "\"hypertune-00-1.2-4\"",
        "\"2026-10-25T02:30:00.000000\"", "\"9999-12-31T23:59:59.999999\"", "\"0001-01-01T00:00:00.000000\"", "\"2026-10-25T02:30:00+14:00\"", "\"\\ud800\"", "\"=cmd|'/c calc'!A0\"",
        "\"hypertune:values\"", "\"hypertune:failure\"", "\"constraints\"", "\"fixed_params\"", "\"\\u001b[31m\\r\\n\"",
    ];

    /// <summary>Distributions, sensible ones and others, as texts of JSON strings.</summary>
    public static readonly string[] Distributions =
    [
        """{"name": "FloatDistribution", "attributes": {"step": null, "low": 0.0001, "high": 0.1, "log": true}}""",
        """{"name": "FloatDistribution", "attributes": {"step": 0.3, "low": -1e300, "high": 1e300, "log": false}}""",
        """{"name": "FloatDistribution", "attributes": {"step": 1e-300, "low": 5, "high": -5, "log": true}}""",
        """{"name": "IntDistribution", "attributes": {"log": false, "step": 1, "low": 1, "high": 5}}""",
        """{"name": "IntDistribution", "attributes": {"log": true, "step": 7, "low": -9223372036854775808, "high": 9223372036854775807}}""",
        """{"name": "IntDistribution", "attributes": {"log": true, "step": 0, "low": NaN, "high": Infinity}}""",
        """{"name": "CategoricalDistribution", "attributes": {"choices": ["relu", "tanh", 1.0]}}""",
        """{"name": "CategoricalDistribution", "attributes": {"choices": [1, true, null, NaN, [], {}, 1]}}""",
    ];

    /// <summary>Names of members, attributes and parameters.</summary>
    public static readonly string[] Names =
    [
        "op_code", "worker_id", "study_id", "study_name", "directions", "user_attr", "system_attr", "trial_id", "datetime_start", "datetime_complete", "state", "value", "values", "params",
        "distributions", "user_attrs", "system_attrs", "intermediate_values", "param_name", "param_value_internal", "distribution", "step", "intermediate_value", "hypertune:utc_offset", "hypertune:more", "fixed_params",
        "constraints", "hypertune:name", "hypertune:space", "hypertune:seed", "hypertune:metrics", "hypertune:event", "hypertune:event:0", "hypertune:worker", "hypertune:owner", "hypertune:lease",
        "hypertune:interruptions", "hypertune:failure", "hypertune:cancelled", "hypertune:imported", "hypertune:import_key", "hypertune:reports", "hypertune:report:0", "hypertune:report:-1", "hypertune:values", "hypertune:gradient", "low", "high",
        "log", "choices", "name", "attributes", "type", "q", "Level", "Rate", "Units", "Recall", "Word",
    ];

    /// <summary>Canonical texts of distributions, as they stand in spaces.</summary>
    public static readonly string[] Canonical =
    [
        "uniform(0,1,0)", "uniform(1,5,1)", "uniform(1,0,0)", "uniform(NaN,1,0)", "uniform(0,1e999,0)", "uniform(0,1e300,1e-300)", "uniform(0,1)", "loguniform(0,1,0)", "loguniform(1e-320,1e308,0)",
        "normal(0,1,-Infinity,Infinity,0)", "normal(0,0,0,0,0)", "lognormal(0,1e300,0,Infinity,0)", "choice(1:a,1:b)", "choice(99:a)", "choice(-1:a)", "choice()", "ordinal(1:1,1:1)", "zeta(2)", "(", "",
    ];

    /// <summary>Things that happened, as texts of JSON.</summary>
    public static readonly string[] Payloads =
    [
        """{"kind":"ended","trial":3,"state":"completed","metrics":[0.5]}""", """{"kind":"assigned","trial":3,"space":0,"values":[1]}""", """{"kind":"spaceChanged","outline":{"parameters":[]}}""",
        """{"kind":"seedChosen","seed":"5"}""", """{"kind":"taken","trial":2,"owner":"x"}""", """{"kind":"expired","trial":2,"interruptions":3}""", """{"kind":"imported","trial":1}""",
        """{"kind":"retried","trial":2,"due":"2026-10-25T00:02:00Z","state":"failed","metrics":[],"reason":"x"}""", """{"kind":"reopened","trial":3}""",
        """{"kind":"noted","note":"data","text":"v3"}""", """{"kind":"noted","note":"data"}""", """{"kind":"ended","trial":3,"state":"completed","metrics":[0.5],"records":{"Recall":["NaN"],"Word":1}}""",
        """{"kind":"x","essential":true}""", """{"kind":"reported","trial":2,"report":[1,null]}""", """{"kind":"filesDropped","trial":1}""", """{"kind":"directoryCreated","trial":2}""",
        """{"kind":"fileSaved","trial":2,"file":{"name":"a","key":"0123456789abcdef-2-01234567-0123456789abcdef","length":1,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}""",
        """{"kind":"fileSaved","trial":2,"file":{"key":"../2"}}""", """{"kind":"filesOpened","scope":"../"}""",
        """{"kind":"narrowed","narrowing":{"parameters":[{"name":"Level","distribution":"uniform(2,3,1)","condition":""}]}}""",
    ];

    /// <summary>One of several values.</summary>
    public static T Pick<T>(IReadOnlyList<T> values, Random random) => values[random.Next(values.Count)];
}
