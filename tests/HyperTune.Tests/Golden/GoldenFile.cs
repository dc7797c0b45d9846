using System.Globalization;
using System.Runtime.CompilerServices;

namespace HyperTune.Tests;

/// <summary>
/// Files of the past beside the tests, <c>_snapshots/{name}.verified.txt</c>. Run the tests with HT_ACCEPT_SNAPSHOTS=1 to accept what is there now.
/// Words are compared as such, numbers with a tolerance, since another processor may round the last bit of a sum in another way.
/// </summary>
internal static class GoldenFile
{
    private const double Tolerance = 1e-9;

    private static readonly string Directory = Path.Combine(FolderOfThisFile(), "_snapshots");

    private static bool Accepts => Environment.GetEnvironmentVariable("HT_ACCEPT_SNAPSHOTS") == "1";

    public static void Verify(string name, IReadOnlyList<string> lines)
    {
        Assert.False(Accepts && Environment.GetEnvironmentVariable("CI") == "true", "Snapshots are not accepted under CI.");
        System.IO.Directory.CreateDirectory(Directory);
        string path = Path.Combine(Directory, name.Replace(' ', '-'));
        string verified = path + ".verified.txt";
        string received = path + ".received.txt";
        File.Delete(received);
        if (Accepts)
        {
            // Differences within the tolerance are no reason to write a file anew.
            if (!File.Exists(verified) || FindDifference(File.ReadAllLines(verified), lines) is not null)
            {
                File.WriteAllText(verified, Text(lines));
            }

            return;
        }

        string? difference = File.Exists(verified) ? FindDifference(File.ReadAllLines(verified), lines) : "the snapshot is missing";
        if (difference is not null)
        {
            File.WriteAllText(received, Text(lines));
            Assert.Fail($"{Path.GetFileName(verified)}: {difference}; see {received}");
        }
    }

    /// <summary>The first line that differs; <see langword="null"/> when none does.</summary>
    public static string? FindDifference(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        for (int i = 0; i < Math.Min(expected.Count, actual.Count); i++)
        {
            string[] expectedWords = expected[i].Split(' ');
            string[] actualWords = actual[i].Split(' ');
            if (expectedWords.Length != actualWords.Length || !expectedWords.Zip(actualWords).All(static pair => AreAlike(pair.First, pair.Second)))
            {
                return $"line {i + 1} was\n  {expected[i]}\nand is\n  {actual[i]}\n";
            }
        }

        return expected.Count == actual.Count ? null : $"{expected.Count} lines were expected, there are {actual.Count}";
    }

    private static bool AreAlike(string expected, string actual)
    {
        if (expected == actual)
        {
            return true;
        }

        return double.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out double was)
            && double.TryParse(actual, NumberStyles.Float, CultureInfo.InvariantCulture, out double now)
            && Math.Abs(was - now) <= Tolerance * Math.Max(Math.Abs(was), Math.Abs(now));
    }

    private static string Text(IReadOnlyList<string> lines) => string.Join('\n', lines) + '\n';

    private static string FolderOfThisFile([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
