using System.Diagnostics;
using System.Reflection;

namespace HyperTune.Samples.Tests;

/// <summary>What a sample did when it ran in a process of its own, its output redirected.</summary>
/// <param name="ExitCode">The process's exit code.</param>
/// <param name="Output">What it wrote to the standard output.</param>
/// <param name="Error">What it wrote to the standard error.</param>
internal sealed record SampleRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a sample to its end.</summary>
    /// <param name="sample">The sample's program.</param>
    /// <param name="arguments">Its command line.</param>
    public static async Task<SampleRun> Start(Assembly sample, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [sample.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new SampleRun(process.ExitCode, await output, await error);
    }
}
