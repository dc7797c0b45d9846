using System.Text;
using System.Text.Json;

namespace HyperTune.Tests;

/// <summary>The gradient of an outcome reaches the log and the strategy.</summary>
public sealed class OutcomeGradientTests
{
    [Theory]
    [InlineData(OptimizationDirection.Minimize, 1)]
    [InlineData(OptimizationDirection.Maximize, -1)]
    public async Task A_strategy_gets_the_derivatives_of_the_loss_in_unit_coordinates(OptimizationDirection direction, int sign)
    {
        var strategy = new RecordingStrategy();
        Study<double[]> study = new(
            TestSpace.Of(
                TestSpace.CreateParameter("x", 0, new UniformDistribution(-2, 2)),
                TestSpace.CreateParameter("kind", 1, new ChoiceDistribution(["a", "b"])),
                TestSpace.CreateParameter("rate", 2, new LogUniformDistribution(1e-2, 1))),
            direction,
            Studies.Seeded with { Strategy = strategy });
        study.Enqueue([0.5, 1, 0.1]);
        await study.TellAsync(await study.AskAsync(), TrialOutcome.Completed(1).WithGradient(new Gradient([3, double.NaN, 5])));
        await study.TellAsync(await study.AskAsync(), 2);
        await study.AskAsync();
        double[] gradient = strategy.Told[0].Gradient.ToArray();
        Assert.Equal(3, gradient.Length);

        // d rate / d u = rate ln(high / low).
        Assert.Equal(sign * 3 * 4.0, gradient[0], 1e-12);
        Assert.True(double.IsNaN(gradient[1]));
        Assert.Equal(sign * 5 * 0.1 * Math.Log(100), gradient[2], 1e-9);
        Assert.True(strategy.Told[1].Gradient.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(StoragePlace.Storages), MemberType = typeof(StoragePlace))]
    public async Task A_stored_study_keeps_the_derivatives(string kind)
    {
        using var place = new StoragePlace(kind);
        Study<double[]> study = place.Open();
        Trial<double[]> trial = study.Ask();
        study.Tell(trial, TrialOutcome.Completed(1).WithGradient(new Gradient([0.25, double.NaN])));
        var strategy = new RecordingStrategy();
        place.Open(options => options with { Strategy = strategy }).Ask();
        Assert.Equal([0.25, double.NaN], Assert.Single(strategy.Told).Gradient.ToArray());
        RecordingReader reader = await RecordingReader.ReadAsync(await place.OpenLogAsync());
        string entry = Assert.Single(reader.Entries, static entry => entry.Contains("\"gradient\"", StringComparison.Ordinal));
        using JsonDocument ended = JsonDocument.Parse(entry);
        Assert.Equal("[0.25,null]", ended.RootElement.GetProperty("gradient").GetRawText());
    }

    [Fact]
    public void A_payload_with_a_gradient_reads_back()
    {
        var layouts = new PointLayouts(PointLayout.Of(TestSpace.Cube(2)));
        var outcome = new StoredOutcome(TrialState.Completed, [1.5]) { Gradient = [0.5, double.NaN] };
        byte[] payload = EventPayload.Write(new StudyEvent { Kind = StudyEventKind.Ended, Trial = 3, Outcome = outcome }, layouts);
        Assert.Contains("\"gradient\":[0.5,null]", Encoding.UTF8.GetString(payload));
        Assert.Equal([0.5, double.NaN], EventPayload.Read(payload, layouts).Outcome!.Gradient!);
    }

    [Fact]
    public void The_gradient_of_another_config_type_fails_the_trial()
    {
        Study<double[]> study = Studies.Minimize();
        study.Tell(study.Ask(), TrialOutcome.Completed(1).WithGradient(new OtherGradient()));
        Assert.Equal(TrialState.Failed, study.Trials[0].State);
        Assert.Equal("The outcome's gradient is a OtherGradient, not one of Double[].", study.Trials[0].FailureReason);
    }

    private sealed class Gradient(double[] derivatives) : IGradient<double[]>
    {
        public void WriteTo(Span<double> vector) => derivatives.CopyTo(vector);
    }

    private sealed class OtherGradient : IGradient<TestConfig>
    {
        public void WriteTo(Span<double> vector) => vector.Clear();
    }
}
