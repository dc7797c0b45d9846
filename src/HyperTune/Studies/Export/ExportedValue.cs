using System.Text.Json;
using HyperTune.Text;

namespace HyperTune.Studies.Export;

/// <summary>Trials that end with one value.</summary>
internal sealed class ExportedValue(OptimizationDirection direction, int? best) : ExportedOutcomes
{
    public override IReadOnlyList<string> Columns { get; } = ["value"];

    public override IEnumerable<string> Cells<T>(TrialRecord<T> trial) => [trial.Value is { } value ? NumberFormat.Invariant(value) : ""];

    public override void WriteGoal(Utf8JsonWriter writer) => writer.WriteString("direction", direction.ToString());

    public override void WriteReached(Utf8JsonWriter writer)
    {
        if (best is { } number)
        {
            writer.WriteNumber("best", number);
        }
    }

    public override void WriteTrial<T>(Utf8JsonWriter writer, TrialRecord<T> trial)
    {
        if (trial.Value is { } value)
        {
            TrialJson.WriteNumber(writer, "value", value);
        }
    }

    public override void WriteReport<T>(Utf8JsonWriter writer, TrialRecord<T> trial, int step)
    {
    }
}
