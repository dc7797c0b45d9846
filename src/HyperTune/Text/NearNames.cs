namespace HyperTune.Text;

/// <summary>Which names somebody may have meant.</summary>
internal static class NearNames
{
    private const int MostNames = 5;

    /// <summary>The names that come near another one, the nearest first: by letters left out, put in, changed or swapped, and by case.</summary>
    /// <param name="name">The name as it was typed.</param>
    /// <param name="names">The names that there are.</param>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> names)
    {
        int most = Math.Max(1, name.Length / 3);
        return
        [
            .. names
                .Where(other => Math.Abs(other.Length - name.Length) <= most)
                .Select(other => (Name: other, Distance: Distance(name.ToUpperInvariant(), other.ToUpperInvariant())))
                .Where(candidate => candidate.Distance <= most)
                .OrderBy(static candidate => candidate.Distance)
                .Take(MostNames)
                .Select(static candidate => candidate.Name),
        ];
    }

    // Optimal string alignment: the edits of Damerau and Levenshtein, of which none touches a letter twice.
    private static int Distance(string first, string second)
    {
        int[] beforeLast = new int[second.Length + 1];
        int[] last = [.. Enumerable.Range(0, second.Length + 1)];
        int[] row = new int[second.Length + 1];
        for (int i = 1; i <= first.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= second.Length; j++)
            {
                bool isSame = first[i - 1] == second[j - 1];
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (isSame ? 0 : 1));
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[second.Length];
    }
}
