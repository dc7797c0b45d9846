using System.Collections.Immutable;
using HyperTune.Storage.Journal.Records;

namespace HyperTune.Cli.Import;

/// <summary>A study as a database has it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Directions">What its objectives aim for.</param>
/// <param name="UserAttributes">Names and values, the values as JSON.</param>
/// <param name="SystemAttributes">Names and values, the values as JSON.</param>
/// <param name="Trials">The trials in the order of their numbers, their times as the database has them.</param>
/// <param name="TrialIds">The trials' ids in the database, as some attributes name them, and their places in <paramref name="Trials"/>.</param>
/// <param name="IsRenumbered">Whether trials have been taken out of the database, so that those behind them get other numbers.</param>
internal sealed record DatabaseStudy(
    string Name,
    ImmutableArray<OptimizationDirection> Directions,
    List<KeyValuePair<string, string>> UserAttributes,
    List<KeyValuePair<string, string>> SystemAttributes,
    List<JournalTrialTemplate> Trials,
    Dictionary<long, int> TrialIds,
    bool IsRenumbered);
