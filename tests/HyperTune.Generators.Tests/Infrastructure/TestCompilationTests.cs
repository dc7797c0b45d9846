namespace HyperTune.Generators.Tests;

public sealed class TestCompilationTests
{
    [Fact]
    public void Attributes_of_the_runtime_bind()
        => Assert.Empty(TestCompilation.Create("internal sealed class A { [HyperTune.Uniform(0, 1, Step = 0.5)] public double X { get; set; } }").GetDiagnostics());
}
