using System.Text;
using HyperTune.Studies.Export.TensorBoard;

namespace HyperTune.Tests;

/// <summary>Against records that were encoded by hand, decoded with TensorBoard's own messages and found to carry its checksums.</summary>
public sealed class HParamsEventsTests
{
    private const double Time = 1_700_000_000;

    [Theory]
    [InlineData("", 0xa282ead8)]
    [InlineData("\0\0\0\0\0\0\0\0", 0x07980329)]
    [InlineData("\u001a\u0011CRC test, one two", 0x5794d08a)]
    public void Checksums_are_those_of_TensorBoard(string data, uint expected) => Assert.Equal(expected, EventRecord.MaskedChecksum(Encoding.Latin1.GetBytes(data)));

    [Fact]
    public void A_file_begins_with_its_version()
        => AssertRecord("1800000000000000a37f4b220900000040fc54d9411a0d627261696e2e4576656e743a32eced8f9d", HParamsEvents.FileVersion(Time));

    [Fact]
    public void An_experiment_lists_parameters_and_metrics()
    {
        ProtoMessage rate = new ProtoMessage().Text(1, "lr").Text(2, "learning rate").Integer(4, 3).Message(6, new ProtoMessage().Double(1, 1e-4).Double(2, 0.1));
        ProtoMessage list = new ProtoMessage().Message(1, new ProtoMessage().Text(3, "adam")).Message(1, new ProtoMessage().Text(3, "sgd"));
        ProtoMessage optimizer = new ProtoMessage().Text(1, "opt").Integer(4, 1).Message(5, list);
        AssertRecord(
            """
            9e00000000000000da84ca450900000040fc54d9412a92010a8f010a145f68706172616d735f2f6578706572696d656e7442060801120212004a6f0a
            6d0a0768706172616d73126212601900000040fc54d94122290a026c72120d6c6561726e696e67207261746520033212092d431cebe2361a3f119a99
            99999999b93f22180a036f707420012a0f0a061a046164616d0a051a037367642a100a0612046c6f73731a046c6f7373280271faa948
            """,
            HParamsEvents.Experiment(Time, [rate, optimizer], [HParamsEvents.Metric("loss", "loss", null).Integer(5, 2)]));
    }

    [Fact]
    public void A_session_begins_with_its_config_and_ends_with_its_status()
    {
        KeyValuePair<string, ProtoMessage>[] values =
        [
            new("lr", new ProtoMessage().Double(2, 0.001)),
            new("opt", new ProtoMessage().Text(3, "adam")),
            new("bn", new ProtoMessage().Bool(4, true)),
        ];
        AssertRecord(
            """
            80000000000000002a5b60ec0900004040fc54d9412a750a730a1c5f68706172616d735f2f73657373696f6e5f73746172745f696e666f4206080112
            0212004a4b0a490a0768706172616d73123e1a3c0a0f0a026c72120911fca9f1d24d62503f0a0d0a036f707412061a046164616d0a080a02626e1202
            20012207747269616c5f302900004040fc54d94123aea31a
            """,
            HParamsEvents.SessionStart(Time + 1, values, "trial_0"));
        AssertRecord(
            """
            4d000000000000003d63d4a60900004042fc54d9412a420a400a1a5f68706172616d735f2f73657373696f6e5f656e645f696e666f42060801120212
            004a1a0a180a0768706172616d73120d220b08011100004042fc54d9418d6af32d
            """,
            HParamsEvents.SessionEnd(Time + 9, HParamsEvents.StatusSuccess));
    }

    [Fact]
    public void A_scalar_has_a_step_and_a_value()
        => AssertRecord("1a00000000000000129bd82d0900008040fc54d94110032a0d0a0b0a046c6f7373150000803ef03373f4", HParamsEvents.Scalar(Time + 2, "loss", 3, 0.25));

    private static void AssertRecord(string expected, ProtoMessage happened)
    {
        byte[] bytes = Convert.FromHexString(expected.ReplaceLineEndings(""));
        byte[] record = EventRecord.Frame(happened.ToArray());
        Assert.Equal(Convert.ToHexString(bytes), Convert.ToHexString(record));
    }
}
