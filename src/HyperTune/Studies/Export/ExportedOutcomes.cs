using System.Text.Json;

namespace HyperTune.Studies.Export;

/// <summary>What exports say of how a study and its trials ended: one value, or several metrics.</summary>
internal abstract class ExportedOutcomes
{
    /// <summary>The names of the columns; some may be names of parameters, too.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>A trial's cells in these columns.</summary>
    public abstract IEnumerable<string> Cells<T>(TrialRecord<T> trial);

    /// <summary>Writes what the study aims for, as members of its object.</summary>
    public abstract void WriteGoal(Utf8JsonWriter writer);

    /// <summary>Writes what it has reached, as members of its object.</summary>
    public abstract void WriteReached(Utf8JsonWriter writer);

    /// <summary>Writes how a trial ended, as members of its object.</summary>
    public abstract void WriteTrial<T>(Utf8JsonWriter writer, TrialRecord<T> trial);

    /// <summary>Writes what is known at one step beside the report itself, as members of the report's object.</summary>
    public abstract void WriteReport<T>(Utf8JsonWriter writer, TrialRecord<T> trial, int step);
}
