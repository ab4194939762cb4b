using System.Text;
using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace AddUserToGroup.Tests.StandIns;

public sealed class SerializerTests
{
    [Fact]
    public void Options_of_the_context_are_not_heard()
    {
        var json = Serialize(new SourceGeneratorLambdaJsonSerializer<SampleContext>(), new Sample("Ann <ü>", null));

        Assert.Equal("""{"Name":"Ann <ü>"}""", json);
    }

    [Fact]
    public void Any_case_of_a_name_will_do_and_a_missing_one_is_null()
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<SampleContext>();

        Assert.Equal("Ann", Deserialize<Sample>(serializer, """{"nAME":"Ann","more":1}""").Name);
        Assert.Null(Deserialize<Sample>(serializer, "{}").Name);
    }

    [Fact]
    public void A_subclass_can_pass_the_options_of_the_context()
    {
        var json = Serialize(new ContextsOwnOptions(), new Sample("Ann <ü>", null));

        Assert.Equal("""{"name":"Ann <ü>","nick":null}""", json);
    }

    [Fact]
    public void What_is_not_in_the_context_is_refused()
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<SampleContext>();

        var exception = Assert.Throws<JsonSerializerException>(() => Serialize(serializer, new Uri("http://x/")));
        Assert.Equal(
            "Error converting the response object of type System.Uri from the Lambda function to JSON: "
            + $"No JsonTypeInfo registered in {typeof(SampleContext).FullName} for type System.Uri.",
            exception.Message);
        Assert.IsType<JsonSerializerException>(exception.InnerException);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"Name\":1}")]
    [InlineData("\uFEFF{}")]
    public void What_is_not_the_types_JSON_is_refused(string json)
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<SampleContext>();

        var exception = Assert.Throws<JsonSerializerException>(() => Deserialize<Sample>(serializer, json));
        Assert.IsType<JsonException>(exception.InnerException, exactMatch: false);
        Assert.Equal(
            $"Error converting the Lambda event JSON payload to type {typeof(Sample).FullName}: "
            + exception.InnerException!.Message,
            exception.Message);
    }

    [Fact]
    public void A_memory_stream_is_read_from_its_start_and_another_from_where_it_is()
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<SampleContext>();
        using var memory = new MemoryStream("""{"Name":"Ann"}"""u8.ToArray()) { Position = 5 };
        using var behind = new MemoryStream("""junk{"Name":"Ann"}"""u8.ToArray());
        using var buffered = new BufferedStream(behind) { Position = 4 };

        Assert.Equal("Ann", serializer.Deserialize<Sample>(memory).Name);
        Assert.Equal("Ann", serializer.Deserialize<Sample>(buffered).Name);
    }

    private static string Serialize<T>(SourceGeneratorLambdaJsonSerializer<SampleContext> serializer, T value)
    {
        using var stream = new MemoryStream();
        serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static T Deserialize<T>(SourceGeneratorLambdaJsonSerializer<SampleContext> serializer, string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return serializer.Deserialize<T>(stream);
    }

    private sealed class ContextsOwnOptions : SourceGeneratorLambdaJsonSerializer<SampleContext>
    {
        protected override JsonSerializerOptions CreateDefaultJsonSerializationOptions() =>
            new(SampleContext.Default.Options);
    }
}
