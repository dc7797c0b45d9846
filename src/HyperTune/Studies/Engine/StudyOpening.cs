using System.Collections.Immutable;
using System.Security.Cryptography;
using HyperTune.Spaces.Comparison;
using HyperTune.Spaces.Narrowed;
using HyperTune.State;
using HyperTune.State.Commands;
using HyperTune.Studies.Diagnostics;
using HyperTune.Text;

namespace HyperTune.Studies.Engine;

/// <summary>Opens the log of a study or creates it, and checks that it is the same study still.</summary>
internal static class StudyOpening
{
    /// <summary>Opens the log of a study that is in its storage.</summary>
    /// <param name="description">The study.</param>
    /// <param name="participant">Who opens it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The log, with the metrics of the study; <see langword="null"/> when it is not there, and may be new.</returns>
    /// <exception cref="InvalidOperationException">
    /// The stored study has other metrics; it is not there although it should be, or is there although it should not.
    /// </exception>
    public static async ValueTask<StudyLog?> TryOpenLogAsync(StudyDescription description, StudyParticipant participant, CancellationToken cancellationToken)
    {
        StudyStorage storage = description.Options.Storage!;
        if (await storage.TryOpenAsync(description.Name, participant, cancellationToken).ConfigureAwait(false) is not { } log)
        {
            return description.Options.Open is Open.Existing or Open.ReadOnly
                ? throw await storage.NoSuchStudyAsync(description.Name, cancellationToken).ConfigureAwait(false)
                : null;
        }

        try
        {
            return Checked(log, description);
        }
        catch
        {
            await log.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Creates the log of a study that is not in its storage or, when somebody else has just done so, opens it.</summary>
    /// <param name="header">What the study is.</param>
    /// <param name="description">The study.</param>
    /// <param name="participant">Who creates it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">Somebody else has created it, with other metrics, or it should have been new.</exception>
    public static async ValueTask<StudyLog> CreateLogAsync(
        StudyHeader header, StudyDescription description, StudyParticipant participant, CancellationToken cancellationToken)
    {
        StudyStorage storage = description.Options.Storage!;
        IReadOnlyList<string> near = NearNames.Of(description.Name, await storage.ListAsync(cancellationToken).ConfigureAwait(false));
        while (true)
        {
            if (await storage.TryCreateAsync(header, participant, cancellationToken).ConfigureAwait(false) is { } created)
            {
                if (near.Count > 0 && description.Options.Open == Open.Either)
                {
                    description.Options.Logger.StudyIsNew(description.Name, $"{storage}", string.Join(", ", near));
                }

                return created;
            }

            if (await storage.TryOpenAsync(description.Name, participant, cancellationToken).ConfigureAwait(false) is { } opened)
            {
                return Checked(opened, description);
            }
        }
    }

    /// <summary>What a new study is.</summary>
    /// <param name="description">The study.</param>
    /// <param name="seed">Its seed.</param>
    public static StudyHeader NewHeader(StudyDescription description, long seed) => new()
    {
        Name = description.Name,
        Seed = seed,
        Metrics = description.Metrics.All,
        Space = description.Space.Outline,
    };

    /// <summary>A seed for a study that was given none.</summary>
    public static long ChooseSeed(StudyDescription description) => description.Options.Seed ?? RandomSeed();

    /// <summary>The seed of a log that has been read, where it has one.</summary>
    /// <exception cref="SpaceChangedException">The study was run with another space, and the options do not say to go on.</exception>
    /// <exception cref="InvalidOperationException">The stored study has another seed.</exception>
    public static long? Check(StudySession session, StudyDescription description)
    {
        CheckSpace(session.State.DeclaredLayout, session.State.OwnLayout, description);
        long? seed = session.Log.Header.Seed ?? session.State.ChosenSeed;
        return seed is not null && description.Options.Seed is { } wanted && wanted != seed
            ? throw new InvalidOperationException(
                $"Study '{description.Title}' in {description.Options.Storage} has the seed {seed} and cannot be continued with {wanted}. Leave the seed out, or "
                + "choose another name for the study.")
            : seed;
    }

    /// <summary>Writes down the seed and the search space of a log that has been read, where it has others or none.</summary>
    /// <param name="session">The study's session.</param>
    /// <param name="description">The study.</param>
    /// <param name="seed">A seed for a study that has none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The study's seed.</returns>
    /// <exception cref="SpaceChangedException">The study was run with another space, and the options do not say to go on.</exception>
    /// <exception cref="InvalidOperationException">The stored study has another seed.</exception>
    public static async ValueTask<long> SettleAsync(StudySession session, StudyDescription description, long seed, CancellationToken cancellationToken)
    {
        if (Check(session, description) is null)
        {
            await session.CommitAsync(new ChooseSeed(seed), cancellationToken).ConfigureAwait(false);
        }

        while (!IsDeclared(session))
        {
            PointLayout? before = session.State.DeclaredLayout;
            CheckSpace(before, session.State.OwnLayout, description);
            if ((await session.CommitAsync(new DeclareSpace(before), cancellationToken).ConfigureAwait(false)).Kind == DecisionKind.Done)
            {
                break;
            }
        }

        if (!IsNarrowingDeclared(session, description))
        {
            await session.CommitAsync(new NarrowSpace(SpaceParts.Describe(description.Space)), cancellationToken).ConfigureAwait(false);
        }

        return Check(session, description) ?? seed;
    }

    /// <summary>Whether the log says that the study goes on with the search space of now.</summary>
    public static bool IsDeclared(StudySession session) => ReferenceEquals(session.State.DeclaredLayout, session.State.OwnLayout);

    /// <summary>Whether the log says to what the space of now is narrowed, where this process was given the space.</summary>
    public static bool IsNarrowingDeclared(StudySession session, StudyDescription description)
        => !description.IsSpaceGiven || SpaceParts.Describe(description.Space).Canonical == (session.State.DeclaredNarrowing?.Canonical ?? "");

    /// <summary>
    /// Narrows the search space of a log that has been read: to what this process was given or, where it was given no space, to what the log says.
    /// </summary>
    /// <returns>The space of now.</returns>
    public static SearchSpace Narrow(StudySession session, StudyDescription description)
    {
        SearchSpace space = description.IsSpaceGiven ? description.Space : SpaceParts.Restore(description.Space.Whole, session.State.DeclaredNarrowing);
        if (!description.IsSpaceGiven && space.IsNarrowed)
        {
            description.Options.Logger.SpaceNarrowed(session.Name, $"{space}");
        }

        lock (session.Gate)
        {
            session.State.Narrow(space);
        }

        return space;
    }

    // Without a sign: it is shorter to copy.
    private static long RandomSeed() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) & long.MaxValue;

    private static StudyLog Checked(StudyLog log, StudyDescription description)
    {
        if (description.Options.Open == Open.New)
        {
            throw new InvalidOperationException(
                $"Study '{description.Title}' is in {description.Options.Storage} already, and {nameof(StudyOptions)}.{nameof(StudyOptions.Open)} asks for a new one.");
        }

        CheckMetrics(log.Header, description);
        return log;
    }

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
