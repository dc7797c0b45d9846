using System.Text.Json;

namespace HyperTune.IntegrationTests;

/// <summary>A trial as Optuna sees it; numbers are Python's texts.</summary>
internal sealed record OptunaTrial(
    string Study,
    string[] Directions,
    int Number,
    string State,
    JsonElement Values,
    Dictionary<string, string> Params,
    Dictionary<string, string> Distributions,
    Dictionary<string, string> Reports,
    Dictionary<string, JsonElement> User,
    Dictionary<string, JsonElement> System,
    string? Started,
    string? Finished)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    /// <summary>The only value as a number; <see langword="null"/> for none.</summary>
    public double? Value => Values.ValueKind == JsonValueKind.Array ? Parse(Values[0].GetString()!) : null;

    public double Parameter(string name) => Parse(Params[name]);

    public static double Parse(string python) => python switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(python, global::System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>All trials of journals, as Optuna reads them.</summary>
    public static async Task<OptunaTrial[]> ReadAsync(params string[] journals)
    {
        string output = await Python.RunAsync("dump.py", journals);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonSerializer.Deserialize<OptunaTrial>(line, Options)!)];
    }
}
