using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using HyperTune.Models.BestTrials;
using HyperTune.Models.Importance;
using HyperTune.Studies.Restored;

namespace HyperTune.Views.Documents;

/// <summary>What a study's result tells.</summary>
/// <typeparam name="T">The config type.</typeparam>
internal sealed class StudySource<T> : StudySource
{
    private readonly StudyResult<T> _result;

    [SetsRequiredMembers]
    public StudySource(StudyResult<T> result, ImmutableArray<Metric> metrics, double[]? reference = null)
    {
        _result = result;
        Name = result.StudyName;
        Seed = result.Seed;
        Space = result.Study.Space;
        SpaceName = Space.Name;
        IsSpaceDeclared = true;
        Metrics = metrics;
        Reference = reference;
        Strategy = result.Strategy;
        StrategyExplanation = result.StrategyExplanation;
        PrunerExplanation = result.PrunerExplanation;
        Notes = result.Notes;
        Trials = [.. result.Trials.Select(TrialRow.Of)];
        Front = [.. result.Front.Order()];
    }

    public override TrialRow? Best
        => _result.NearestNumber >= 0 ? null
            : Objectives.Length > 1 ? (Front is [var first, ..] ? Trials[first] : null)
            : _result.BestOrDefault is { } best ? Trials[best.Number] : null;

    public override string? BestReason => Objectives.Length == 1 ? _result.BestReason : null;

    public override BestTrial? Choice => Objectives.Length == 1 && Best is not null ? _result.Choice : null;

    public override IReadOnlyList<string> Sentences => _result.Describe().Split('\n');

    public override ImmutableArray<StudyHint> Hints => _result.Hints();

    public override ReadOnlyMemory<double>? DefaultVector
    {
        get
        {
            if (!_result.Study.Space.HasDefault)
            {
                return null;
            }

            double[] vector = new double[Space.DimensionCount];
            _result.Study.Space.Encode(_result.Study.Space.Default, vector);
            return vector;
        }
    }

    public override JsonObject? ConfigOf(int number)
    {
        if (Trials[number].Vector.IsEmpty)
        {
            return null;
        }

        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content))
        {
            _result.Study.Space.WriteJson(writer, _result.Trials[number].Config);
        }

        return JsonNode.Parse(content.GetBuffer().AsSpan(0, (int)content.Length))!.AsObject();
    }

    public override ParameterImportances ImportanceFor(Metric? objective)
        => _result.NearestNumber >= 0
            ? throw new InvalidOperationException("No trial keeps the limits.")
            : _result.ImportanceOf(
                objective is null ? ImportanceSubject.Front : ImportanceSubject.Objective(Objectives.IndexOf(objective), Printable.Of(objective.Name)),
                ImportanceMethod.PedAnova);
}
