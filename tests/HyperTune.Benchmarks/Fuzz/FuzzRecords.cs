using System.Globalization;
using static HyperTune.Benchmarks.FuzzValues;

namespace HyperTune.Benchmarks;

/// <summary>Records that are added to journals: what any program may write, what it should not, and very many of it.</summary>
internal static class FuzzRecords
{
    private static readonly string[] Authors = ["hypertune-00-1.2-3", "hypertune-00-1.2-4", "c3-7"];

    private static readonly string[] Parameters = ["Level", "Rate", "Share", "Units", "Offset", "Activation", "Buffer", "Augment", "Rotation", "Extra", "other"];

    private static readonly string[] Recorded = ["Recall", "Size", "Flag", "Day", "Word", "Took", "Cost", "other", "hypertune:name"];

    private static readonly string[] OwnAttributes =
    [
        "name", "space", "seed", "files", "metrics", "event:0", "event", "worker", "lease", "interruptions", "attempt:0", "failure", "cause", "cost", "cancelled", "imported", "import_key", "reports", "values", "gradient", "narrowing", "parent", "new",
    ];

    /// <summary>A record that Optuna reads, be its values what they are.</summary>
    public static string Right(Random random)
    {
        string author = Pick(Authors, random);
        int trial = random.Next(18);
        string name = Pick(Parameters, random);
        string number = Pick(Numbers, random);
        string distribution = Distribution(random);
        return random.Next(11) switch
        {
            0 => $$"""{"op_code":5,"worker_id":"{{author}}","trial_id":{{trial}},"param_name":"{{name}}","param_value_internal":{{number}},"distribution":"{{distribution}}"}""",
            1 => $$"""{"op_code":6,"worker_id":"{{author}}","trial_id":{{trial}},"state":{{random.Next(5)}},"values":[{{number}}],"datetime_start":"2026-10-25T00:02:00.000000","datetime_complete":"2026-10-25T02:30:00.000000"}""",
            2 => $$"""{"op_code":6,"worker_id":"{{author}}","trial_id":{{trial}},"state":{{random.Next(5)}},"values":null,"datetime_start":"2026-10-25T00:02:00.000000","datetime_complete":"2020-10-25T02:30:00.000000"}""",
            3 => $$"""{"op_code":7,"worker_id":"{{author}}","trial_id":{{trial}},"step":{{random.Next(5)}},"intermediate_value":{{number}}}""",
            8 => $"{{\"op_code\":8,\"worker_id\":\"{author}\",\"trial_id\":{trial},\"user_attr\":{{\"{Pick(Recorded, random)}\":{Pick(Values, random)}}}}}",
            9 => $"{{\"op_code\":2,\"worker_id\":\"{author}\",\"study_id\":0,\"user_attr\":{{\"{Pick(Recorded, random)}\":{Pick(Values, random)}}}}}",
            4 => $"{{\"op_code\":9,\"worker_id\":\"{author}\",\"trial_id\":{trial},\"system_attr\":{{\"fixed_params\":{Wanted(random)}}}}}",
            5 or 6 => Waiting(Wanted(random)),
            7 => $"{{\"op_code\":4,\"worker_id\":\"{author}\",\"study_id\":0,\"datetime_start\":\"2026-10-25T00:02:00.000000\",\"datetime_complete\":\"2026-10-25T00:03:00.000000\","
                + $"\"state\":{random.Next(5)},\"value\":{number},\"values\":null,\"distributions\":{{\"{name}\":\"{distribution}\"}},\"params\":{{\"{name}\":{Pick(Numbers, random)}}},"
                + $"\"user_attrs\":{{\"{Pick(Recorded, random)}\":{Pick(Values, random)}}},\"system_attrs\":{{}},\"intermediate_values\":{{\"1\":{number}}}}}",
            _ => $$"""{"op_code":{{random.Next(2)}},"worker_id":"{{author}}","study_id":0,"study_name":"fuzzed","directions":[{{random.Next(3)}}]}""",
        };
    }

    /// <summary>An attribute that only programs of ours write.</summary>
    public static string OfOurs(Random random)
    {
        string name = Pick(OwnAttributes, random);
        string value = (name.StartsWith("event", StringComparison.Ordinal) || name.StartsWith("attempt", StringComparison.Ordinal)) && random.Next(4) > 0 ? $"\"{Escaped(Pick(Payloads, random))}\""
            : name is "space" or "narrowing" && random.Next(4) > 0 ? $"{{\"parameters\":[{{\"name\":\"{Pick(Parameters, random)}\",\"distribution\":\"{Pick(Canonical, random)}\",\"condition\":\"\"}}]}}"
            : Pick(Values, random);
        return random.Next(2) == 0
            ? $"{{\"op_code\":3,\"worker_id\":\"{Pick(Authors, random)}\",\"study_id\":0,\"system_attr\":{{\"hypertune:{name}\":{value}}}}}"
            : $"{{\"op_code\":9,\"worker_id\":\"{Pick(Authors, random)}\",\"trial_id\":{random.Next(18)},\"system_attr\":{{\"hypertune:{name}\":{value}}}}}";
    }

    /// <summary>A record of any operation with members of any kind.</summary>
    public static string OfAnyKind(Random random)
    {
        IEnumerable<string> members = Enumerable.Range(0, 1 + random.Next(5)).Select(_ => $"\"{Pick(Names, random)}\":{Pick(Values, random)}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"op_code\":{random.Next(12)},\"worker_id\":\"{Pick(Authors, random)}\",\"trial_id\":{random.Next(18)},\"study_id\":0,{string.Join(',', members)}}}");
    }

    /// <summary>Very many records of one kind.</summary>
    public static IEnumerable<string> Many(Random random)
    {
        int count = Pick([100, 1000, 3000], random);
        int kind = random.Next(15);
        int trial = random.Next(18);
        string running = """{"op_code":4,"worker_id":"c3-7","study_id":0,"datetime_start":"2026-10-25T00:02:00.000000"}""";
        string name = Pick(Parameters, random);
        return kind switch
        {
            0 => Times(count, i => Parameter(trial, name, Float(-i, 1))),
            1 => Times(count, i => Parameter(trial, $"{name}{i}", Float(0, 1))),
            2 => Times(count, i => $"{{\"op_code\":7,\"worker_id\":\"c3-7\",\"trial_id\":{trial},\"step\":{count - i},\"intermediate_value\":{i}}}"),
            3 => Times(count, i => $"{{\"op_code\":7,\"worker_id\":\"c3-7\",\"trial_id\":{trial},\"step\":{i * 7919 % count},\"intermediate_value\":{i}}}")
                .Prepend($"{{\"op_code\":9,\"worker_id\":\"c3-7\",\"trial_id\":{trial},\"system_attr\":{{\"hypertune:reports\":\"instance\"}}}}"),
            12 => Times(count, i => (i % 2 == 0
                ? $"{{\"op_code\":9,\"worker_id\":\"c3-7\",\"trial_id\":{trial},\"system_attr\":{{\"hypertune:report:{count - i}\":[{i}]}}}}"
                : $"{{\"op_code\":7,\"worker_id\":\"c3-7\",\"trial_id\":{trial},\"step\":{count - i + 1},\"intermediate_value\":{i}}}")),
            13 => Times(count, i => $"{{\"op_code\":8,\"worker_id\":\"c3-7\",\"trial_id\":{trial},\"user_attr\":{{\"{(i % 2 == 0 ? "Word" : $"a{i}")}\":\"{i}\"}}}}"),
            14 => Times(count, i => $"{{\"op_code\":2,\"worker_id\":\"c3-7\",\"study_id\":0,\"user_attr\":{{\"{(i % 2 == 0 ? "note" : $"a{i}")}\":\"{i}\"}}}}"),
            4 => Times(count, i => Waiting($"{{\"{name}\":{i},\"p{i}\":{i}}}")),
            5 => Times(count, static i => $"{{\"op_code\":0,\"worker_id\":\"c3-7\",\"study_name\":\"t{i}\",\"directions\":[1]}}"),
            6 => Times(count, i => $"{{\"op_code\":3,\"worker_id\":\"c3-7\",\"study_id\":0,\"system_attr\":{{\"hypertune:name\":\"{(i == count - 1 ? FuzzSeeds.StudyName : $"n{i}")}\"}}}}"),
            7 => Times(count, i => Finished(i, 1, Float(-i, 1))),
            8 => [Finished(0, count, Float(0, 1))],
            9 => [Parameter(trial, "Activation", Choices(count)), Parameter(trial, "other", Choices(count))],
            10 => Times(count, i => $"{{\"op_code\":6,\"worker_id\":\"c3-7\",\"trial_id\":{trial},\"state\":{(i % 2 == 0 ? 4 : 0)},\"values\":null,\"datetime_start\":\"2026-10-25T00:02:00.000000\"}}"),
            _ => Times(count, _ => running),
        };
    }

    private static string Waiting(string wanted)
        => $"{{\"op_code\":4,\"worker_id\":\"c3-7\",\"study_id\":0,\"datetime_start\":null,\"state\":4,\"value\":null,\"values\":null,\"params\":{{}},\"distributions\":{{}},"
            + $"\"user_attrs\":{{}},\"system_attrs\":{{\"fixed_params\":{wanted}}},\"intermediate_values\":{{}}}}";

    private static string Wanted(Random random)
        => $"{{{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => $"\"{Pick(Parameters, random)}\":{(random.Next(2) == 0 ? Pick(Numbers, random) : RightValue(random))}"))}}}";

    private static string RightValue(Random random) => Pick(["1", "2", "0.5", "64", "true", "\"relu\"", "\"tanh\"", "1.0", "4096", "null", "[]", "{}", "\"x\"", "NaN", "1e999", "2.5", "5000"], random);

    private static string Finished(int value, int parameters, string distribution)
    {
        IEnumerable<int> places = Enumerable.Range(0, parameters);
        return "{\"op_code\":4,\"worker_id\":\"c3-7\",\"study_id\":0,\"datetime_start\":\"2026-10-25T00:02:00.000000\",\"datetime_complete\":\"2026-10-25T00:03:00.000000\","
            + $"\"state\":1,\"value\":{value},\"values\":null,\"distributions\":{{\"Rate\":\"{distribution}\"{string.Concat(places.Select(i => $",\"p{i}\":\"{distribution}\""))}}},"
            + $"\"params\":{{\"Rate\":0.01{string.Concat(places.Select(static i => $",\"p{i}\":0.5"))}}},\"user_attrs\":{{}},\"system_attrs\":{{}},\"intermediate_values\":{{}}}}";
    }

    private static string Parameter(int trial, string name, string distribution)
        => $"{{\"op_code\":5,\"worker_id\":\"c3-7\",\"trial_id\":{trial},\"param_name\":\"{name}\",\"param_value_internal\":0.5,\"distribution\":\"{distribution}\"}}";

    private static string Distribution(Random random)
    {
        if (random.Next(8) > 0)
        {
            return Escaped(Pick(Distributions, random));
        }

        int depth = Pick([1, 2, 499, 501, 40_000], random);
        return Escaped(string.Concat(Enumerable.Repeat("{\"attributes\":", depth)) + "{}" + new string('}', depth));
    }

    private static string Choices(int count)
        => Escaped($"{{\"name\": \"CategoricalDistribution\", \"attributes\": {{\"choices\": [{string.Join(", ", Enumerable.Range(0, count))}]}}}}");

    private static string Float(double low, double high)
        => Escaped(string.Create(CultureInfo.InvariantCulture, $"{{\"name\": \"FloatDistribution\", \"attributes\": {{\"step\": null, \"low\": {low}, \"high\": {high}, \"log\": false}}}}"));

    private static string Escaped(string json) => json.Replace("\"", "\\\"", StringComparison.Ordinal);

    private static IEnumerable<string> Times(int count, Func<int, string> line) => Enumerable.Range(0, count).Select(line);
}
