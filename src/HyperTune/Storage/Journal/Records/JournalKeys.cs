namespace HyperTune.Storage.Journal.Records;

/// <summary>The names of a record's members in the file.</summary>
internal static class JournalKeys
{
    public const int Count = (int)JournalKey.UtcOffset + 1;

    private static readonly string[] Names =
    [
        "op_code", "worker_id", "study_id", "study_name", "directions", "user_attr", "system_attr", "trial_id", "datetime_start", "datetime_complete",
        "state", "value", "values", "params", "distributions", "user_attrs", "system_attrs", "intermediate_values", "param_name",
        "param_value_internal", "distribution", "step", "intermediate_value", "hypertune:utc_offset",
    ];

    private static readonly (byte[] Name, JournalKey Key)[][] ByLength = Index();

    public static string NameOf(JournalKey key) => Names[(int)key];

    /// <summary>The key with the given name; false for one that readers have to ignore.</summary>
    public static bool TryFind(ReadOnlySpan<byte> name, out JournalKey key)
    {
        if (name.Length < ByLength.Length)
        {
            foreach ((byte[] candidate, JournalKey candidateKey) in ByLength[name.Length])
            {
                if (name.SequenceEqual(candidate))
                {
                    key = candidateKey;
                    return true;
                }
            }
        }

        key = default;
        return false;
    }

    private static (byte[] Name, JournalKey Key)[][] Index()
    {
        ILookup<int, (byte[] Name, JournalKey Key)> byLength = Names
            .Select(static (name, i) => (Name: System.Text.Encoding.ASCII.GetBytes(name), Key: (JournalKey)i))
            .ToLookup(static entry => entry.Name.Length);
        return [.. Enumerable.Range(0, Names.Max(static name => name.Length) + 1).Select(length => byLength[length].ToArray())];
    }
}
