using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace HyperTune;

/// <summary>Finds a study in a journal or creates it, and checks that it is the same one still.</summary>
internal static class JournalStudyOpening
{
    /// <exception cref="SpaceChangedException">The study was run with another space, and the options do not say to go on.</exception>
    /// <exception cref="InvalidOperationException">The study has another direction or seed.</exception>
    public static (int Id, ulong Seed) Open(JournalReplay replay, JournalRecordWriter writer, StudyDescription description, string path)
    {
        if (!replay.TryGetStudy(description.Name, out JournalStudy? study))
        {
            int id = replay.NextStudyId;
            writer.CreateStudy(description.Name, [description.Direction]);
            writer.SetStudySystemAttribute(id, JournalAttributeNames.Seed, SeedText(description.Seed));
            writer.SetStudySystemAttribute(id, JournalAttributeNames.Space, JournalSpaceText.ToJson(description.Space));
            return (id, description.Seed);
        }

        if (study.Directions is not [var direction] || direction != description.Direction)
        {
            throw new InvalidOperationException(
                $"Study '{study.Name}' in journal '{path}' has the directions [{string.Join(", ", study.Directions)}] and cannot be continued with "
                + $"[{description.Direction}]. Choose another name for the study.");
        }

        ulong seed = OpenSeed(study, writer, description, path);
        OpenSpace(study, writer, description, path);
        return (study.Id, seed);
    }

    private static ulong OpenSeed(JournalStudy study, JournalRecordWriter writer, StudyDescription description, string path)
    {
        if (!study.SystemAttributes.TryGet(JournalAttributeNames.Seed, out string? json))
        {
            // Optuna created the study.
            writer.SetStudySystemAttribute(study.Id, JournalAttributeNames.Seed, SeedText(description.Seed));
            return description.Seed;
        }

        var reader = new JournalTokenizer(Encoding.UTF8.GetBytes(json));
        ulong seed = ulong.Parse(reader.ReadString().Decode(), NumberStyles.None, CultureInfo.InvariantCulture);
        return description.Options.Seed is { } wanted && wanted != seed
            ? throw new InvalidOperationException(
                $"Study '{study.Name}' in journal '{path}' has the seed {seed} and cannot be continued with {wanted}. Leave the seed out, or choose another "
                + "name for the study.")
            : seed;
    }

    private static void OpenSpace(JournalStudy study, JournalRecordWriter writer, StudyDescription description, string path)
    {
        if (study.SystemAttributes.TryGet(JournalAttributeNames.Space, out string? json))
        {
            SpaceOutline stored = Parse(json, study.Name, path);
            ImmutableArray<SpaceDifference> differences = SpaceOutline.Compare(stored, SpaceOutline.Of(description.Space));
            if (differences.IsEmpty)
            {
                return;
            }

            if (description.Options.ChangedSpace == ChangedSpacePolicy.Refuse)
            {
                throw new SpaceChangedException(study.Name, $"journal '{path}'", differences);
            }
        }

        writer.SetStudySystemAttribute(study.Id, JournalAttributeNames.Space, JournalSpaceText.ToJson(description.Space));
    }

    private static SpaceOutline Parse(string json, string study, string path)
    {
        try
        {
            return JournalSpaceText.Parse(json);
        }
        catch (FormatException exception)
        {
            throw new JournalException(
                path,
                null,
                $"The search space of study '{study}' cannot be read: {exception.Message} A newer version of HyperTune has probably written it; use that one.",
                exception);
        }
    }

    private static string SeedText(ulong seed) => $"\"{seed.ToString(CultureInfo.InvariantCulture)}\"";
}
