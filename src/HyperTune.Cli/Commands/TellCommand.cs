using System.CommandLine;
using System.Text.Json;
using HyperTune.State;

namespace HyperTune.Cli.Commands;

/// <summary>Tells the outcome of a trial.</summary>
internal sealed class TellCommand : AskingCommand
{
    private readonly Option<int> _trial = new("--trial") { Description = "The trial's number.", Required = true };
    private readonly Option<double?> _value = new("--value") { Description = "Its value, where the study has one objective without a name." };
    private readonly Option<string?> _values = new("--values") { Description = "Its metrics as a JSON object, {\"Accuracy\": 0.93, \"Seconds\": 12}; - reads it from the standard input." };
    private readonly Option<bool> _pruned = new("--pruned") { Description = "It was stopped early; its value is its last report." };
    private readonly Option<string?> _failed = new("--failed") { Description = "It failed, and why." };
    private readonly Option<string?> _infeasible = new("--infeasible") { Description = "Its config cannot be used, and why." };
    private readonly TextReader _input;

    /// <param name="input">Where values come from that stand on no command line.</param>
    public TellCommand(TextReader input)
        : base(
            "tell",
            "Tells how a trial has ended, whoever asked for it, and writes {\"trial\": 17, \"state\": \"completed\"}.",
            "tell digits.journal digits --trial 17 --value 0.93",
            "tell front.journal front --trial 17 --values '{\"Accuracy\": 0.93, \"Seconds\": 12}'",
            "tell digits.journal digits --trial 17 --failed \"out of memory\"")
    {
        _input = input;
        Add(_trial);
        foreach (Option outcome in (Option[])[_value, _values, _pruned, _failed, _infeasible])
        {
            Add(outcome);
        }
    }

    protected override async Task RunAsync(AskedStudy study, ParseResult line, Utf8JsonWriter answer, CancellationToken cancellationToken)
    {
        int trial = line.GetRequiredValue(_trial);
        string? failed = line.GetValue(_failed);
        string? infeasible = line.GetValue(_infeasible);
        string? values = line.GetValue(_values);
        double? value = line.GetValue(_value);
        if (new[] { failed is not null, infeasible is not null, values is not null, value is not null, line.GetValue(_pruned) }.Count(static given => given) != 1)
        {
            throw new CommandException("Say how the trial has ended, with exactly one of --value, --values, --pruned, --failed and --infeasible.", ExitCode.Usage);
        }

        ValueTask<TrialState> telling = failed is not null ? study.TellAsync(trial, StoredOutcome.Failed(failed), cancellationToken)
            : infeasible is not null ? study.TellAsync(trial, StoredOutcome.Failed(infeasible, cause: FailureCause.Infeasible), cancellationToken)
            : values is not null ? study.TellAsync(trial, Parse(values == "-" ? await _input.ReadToEndAsync(cancellationToken) : values), cancellationToken)
            : value is { } number ? study.TellAsync(trial, new Dictionary<string, double>(StringComparer.Ordinal) { ["value"] = number }, cancellationToken)
            : study.TellAsync(trial, new StoredOutcome(TrialState.Pruned, []), cancellationToken);
        answer.WriteNumber("trial", trial);
        answer.WriteString("state", TrialStates.Word(await telling));
    }

    // A number alone is the value.
    private static Dictionary<string, double> Parse(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Number
                ? new Dictionary<string, double>(StringComparer.Ordinal) { ["value"] = document.RootElement.GetDouble() }
                : document.RootElement.EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value.GetDouble(), StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw new CommandException($"The values are no JSON object of names and numbers: {exception.Message.ReplaceLineEndings(" ")}", ExitCode.Usage);
        }
    }
}
