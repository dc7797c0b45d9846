namespace HyperTune.Benchmarks;

/// <summary>What a reader must know of the machine to judge a figure.</summary>
internal static class Machine
{
    private const string LoadFile = "/proc/loadavg";

    /// <summary>The cores, the runtime and, where the system tells it, how many processes want to run on average over the last minute.</summary>
    public static string Describe()
    {
        string machine = $"{Environment.ProcessorCount} cores, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}";
        return File.Exists(LoadFile) ? $"{machine}, load {File.ReadAllText(LoadFile).Split(' ')[0]}" : machine;
    }
}
