using System.Globalization;
using System.Text;

namespace HyperTune.Tests;

/// <summary>Lines of journals as other programs write them, right or wrong.</summary>
internal static class ForeignLine
{
    /// <summary>The distribution of a real number, as the text of a JSON string.</summary>
    public static string Float(double low, double high)
        => Text(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"name\": \"FloatDistribution\", \"attributes\": {{\"step\": null, \"low\": {low}, \"high\": {high}, \"log\": false}}}}"));

    /// <summary>The distribution of a whole number, as the text of a JSON string.</summary>
    public static string Int(long low, long high)
        => Text($"{{\"name\": \"IntDistribution\", \"attributes\": {{\"log\": false, \"step\": 1, \"low\": {low}, \"high\": {high}}}}}");

    /// <summary>A JSON string.</summary>
    public static string Text(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    public static string Study(string name = "s", string directions = "[1]")
        => $$"""{"op_code":0,"worker_id":"w","study_name":"{{name}}","directions":{{directions}}}""";

    public static string StudyAttribute(string name, string json, int study = 0)
        => $$$"""{"op_code":3,"worker_id":"w","study_id":{{{study}}},"system_attr":{"{{{name}}}":{{{json}}}}}""";

    public static string TrialAttribute(string name, string json, int trial = 0)
        => $$$"""{"op_code":9,"worker_id":"w","trial_id":{{{trial}}},"system_attr":{"{{{name}}}":{{{json}}}}}""";

    public static string UserAttribute(string name, string json, int trial = 0)
        => $$$"""{"op_code":8,"worker_id":"w","trial_id":{{{trial}}},"user_attr":{"{{{name}}}":{{{json}}}}}""";

    public static string StudyUserAttribute(string name, string json, int study = 0)
        => $$$"""{"op_code":2,"worker_id":"w","study_id":{{{study}}},"user_attr":{"{{{name}}}":{{{json}}}}}""";

    public static string Running(int study = 0)
        => $$"""{"op_code":4,"worker_id":"w","study_id":{{study}},"datetime_start":"2026-01-02T12:00:00.000000"}""";

    public static string Parameter(string name, string value, string distribution, int trial = 0)
        => $$"""{"op_code":5,"worker_id":"w","trial_id":{{trial}},"param_name":"{{name}}","param_value_internal":{{value}},"distribution":{{distribution}}}""";

    public static string Report(string step, string value, int trial = 0)
        => $$"""{"op_code":7,"worker_id":"w","trial_id":{{trial}},"step":{{step}},"intermediate_value":{{value}}}""";

    public static string Completed(string values, int trial = 0, string time = "2026-01-02T12:01:00.000000")
        => $$"""{"op_code":6,"worker_id":"w","trial_id":{{trial}},"state":1,"values":{{values}},"datetime_complete":"{{time}}"}""";

    /// <summary>A trial that waits, with the values that somebody wants.</summary>
    public static string Waiting(string fixedParameters) => Template(4, attributes: $"{{\"fixed_params\":{fixedParameters}}}");

    /// <summary>A trial in one record.</summary>
    /// <param name="state">Optuna's number of the state.</param>
    /// <param name="value">The value of the objective.</param>
    /// <param name="parameters">Names, values as JSON, and distributions as JSON strings.</param>
    /// <param name="attributes">The system attributes.</param>
    /// <param name="started">When it started.</param>
    /// <param name="ended">When it ended.</param>
    /// <param name="user">The user attributes.</param>
    public static string Template(
        int state,
        string value = "null",
        IReadOnlyList<(string Name, string Value, string Distribution)>? parameters = null,
        string attributes = "{}",
        string started = "2026-01-02T12:00:00.000000",
        string ended = "2026-01-02T12:01:00.000000",
        string user = "{}")
    {
        parameters ??= [];
        var line = new StringBuilder("{\"op_code\":4,\"worker_id\":\"w\",\"study_id\":0,\"datetime_start\":");
        line.Append(state == 4 ? "null" : $"\"{started}\"");
        line.Append(state is 1 or 2 or 3 ? $",\"datetime_complete\":\"{ended}\"" : "");
        line.Append(CultureInfo.InvariantCulture, $",\"state\":{state},\"value\":{value},\"values\":null,\"distributions\":{{")
            .AppendJoin(',', parameters.Select(static parameter => $"\"{parameter.Name}\":{parameter.Distribution}"))
            .Append("},\"params\":{")
            .AppendJoin(',', parameters.Select(static parameter => $"\"{parameter.Name}\":{parameter.Value}"));
        return line.Append(CultureInfo.InvariantCulture, $"}},\"user_attrs\":{user},\"system_attrs\":{attributes},\"intermediate_values\":{{}}}}").ToString();
    }
}
