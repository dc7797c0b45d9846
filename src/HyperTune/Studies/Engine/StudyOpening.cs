using System.Collections.Immutable;
using System.Security.Cryptography;
using HyperTune.Spaces.Comparison;
using HyperTune.Spaces.Narrowed;
using HyperTune.State;
using HyperTune.State.Commands;
using HyperTune.Storage.Memory;
using HyperTune.Studies.Diagnostics;

namespace HyperTune.Studies.Engine;

/// <summary>Opens the log of a study or creates it, and checks that it is the same study still.</summary>
internal static class StudyOpening
{
    /// <summary>Opens the log.</summary>
    /// <param name="description">The study.</param>
    /// <param name="participant">Who opens it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The log, with the metrics of the study.</returns>
    /// <exception cref="InvalidOperationException">The stored study has other metrics or another seed.</exception>
    public static async ValueTask<StudyLog> OpenLogAsync(StudyDescription description, StudyParticipant participant, CancellationToken cancellationToken)
    {
        var header = new StudyHeader
        {
            Name = description.Name,
            Seed = description.Options.Seed ?? RandomSeed(),
            Metrics = description.Metrics.All,
            Space = description.Space.Outline,
        };
        if (description.Options.Storage is not { } storage)
        {
            return new MemoryLog(header);
        }

        while (true)
        {
            StudyLog? log = await storage.TryOpenAsync(description.Name, participant, cancellationToken).ConfigureAwait(false)
                ?? await storage.TryCreateAsync(header, participant, cancellationToken).ConfigureAwait(false);
            if (log is not null)
            {
                CheckMetrics(log.Header, description);
                return log;
            }
        }
    }

    /// <summary>Settles the seed and the search space of a log that has been read.</summary>
    /// <returns>The study's seed.</returns>
    /// <exception cref="SpaceChangedException">The study was run with another space, and the options do not say to go on.</exception>
    /// <exception cref="InvalidOperationException">The stored study has another seed.</exception>
    public static async ValueTask<long> SettleAsync(StudySession session, StudyDescription description, CancellationToken cancellationToken)
    {
        long seed = await SettleSeedAsync(session, description, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            PointLayout? before = session.State.DeclaredLayout;
            if (ReferenceEquals(before, session.State.OwnLayout))
            {
                return seed;
            }

            CheckSpace(before, session.State.OwnLayout, description);
            if ((await session.CommitAsync(new DeclareSpace(before), cancellationToken).ConfigureAwait(false)).Kind == DecisionKind.Done)
            {
                return seed;
            }
        }
    }

    /// <summary>
    /// Settles in which part of the search space the study goes on: in that which this process was given or, where it was given none, in that of the log.
    /// </summary>
    /// <returns>The space of now.</returns>
    public static async ValueTask<SearchSpace> NarrowAsync(StudySession session, StudyDescription description, CancellationToken cancellationToken)
    {
        SearchSpace whole = description.Space.Whole;
        SearchSpace space = description.IsSpaceGiven ? description.Space : SpaceParts.Restore(whole, session.State.DeclaredNarrowing);
        if (description.IsSpaceGiven && (session.State.DeclaredNarrowing is not null || space.IsNarrowed))
        {
            await session.CommitAsync(new NarrowSpace(SpaceParts.Describe(space)), cancellationToken).ConfigureAwait(false);
        }
        else if (!description.IsSpaceGiven && space.IsNarrowed)
        {
            description.Options.Logger.SpaceNarrowed(session.Name, $"{space}");
        }

        lock (session.Gate)
        {
            session.State.Narrow(space);
        }

        return space;
    }

    private static async ValueTask<long> SettleSeedAsync(StudySession session, StudyDescription description, CancellationToken cancellationToken)
    {
        if ((session.Log.Header.Seed ?? session.State.ChosenSeed) is not { } seed)
        {
            seed = description.Options.Seed ?? RandomSeed();
            await session.CommitAsync(new ChooseSeed(seed), cancellationToken).ConfigureAwait(false);
            return session.State.ChosenSeed ?? seed;
        }

        return description.Options.Seed is { } wanted && wanted != seed
            ? throw new InvalidOperationException(
                $"Study '{description.Title}' in {description.Options.Storage} has the seed {seed} and cannot be continued with {wanted}. Leave the seed out, or "
                + "choose another name for the study.")
            : seed;
    }

    // Without a sign: it is shorter to copy.
    private static long RandomSeed() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) & long.MaxValue;

    private static void CheckMetrics(StudyHeader header, StudyDescription description)
    {
        ImmutableArray<Metric> stored = header.Metrics;
        ImmutableArray<Metric> wanted = description.Metrics.All;
        // Another program's study knows directions, and no names.
        bool isSame = header.Space is null
            ? stored.Select(static metric => metric.Direction).SequenceEqual(wanted.Select(static metric => metric.Direction))
            : stored.Select(Meaning).SequenceEqual(wanted.Select(Meaning));
        if (!isSame)
        {
            throw new InvalidOperationException(
                $"Study '{description.Title}' in {description.Options.Storage} has the {Words(stored)} and cannot be continued with {Words(wanted)}. Choose "
                + "another name for the study.");
        }
    }

    // The name of a single objective is ours and not the user's.
    private static (string Name, OptimizationDirection? Direction, double AtLeast, double AtMost) Meaning(Metric metric, int index)
        => (metric.Name, metric.Direction, metric.AtLeast, metric.AtMost);

    private static string Words(ImmutableArray<Metric> metrics) => metrics.Length == 1 && metrics[0].Direction is { } direction
        ? $"direction {direction}"
        : $"metrics [{string.Join("; ", metrics)}]";

    private static void CheckSpace(PointLayout? before, PointLayout now, StudyDescription description)
    {
        if (before is null)
        {
            return;
        }

        ImmutableArray<SpaceDifference> differences = SpaceOutline.Compare(before.Outline, now.Outline);
        if (!differences.IsEmpty && description.Options.Sharing.ChangedSpace == ChangedSpacePolicy.Refuse)
        {
            throw new SpaceChangedException(description.Title, $"{description.Options.Storage}", differences);
        }
    }
}
