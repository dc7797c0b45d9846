using Xunit.Abstractions;
using Xunit.Sdk;

namespace HyperTune.Generators.Tests.Fuzzing;

/// <summary>Says in one line what the fuzzer did, whether or not it found a fault.</summary>
public sealed class FuzzReport(IMessageSink output)
{
    /// <summary>Prints the line.</summary>
    public void Print(string summary) => output.OnMessage(new DiagnosticMessage(summary));
}
