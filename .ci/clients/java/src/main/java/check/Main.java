package check;

import java.util.List;
import org.casus.client.ApiClient;
import org.casus.client.ApiException;
import org.casus.client.ApiResponse;
import org.casus.client.JSON;
import org.casus.client.api.EventsApi;
import org.casus.client.api.EventsApi.APIGetEventRequest;
import org.casus.client.api.EventsApi.APIListEventsRequest;
import org.casus.client.api.EventsApi.APIPutEventRequest;
import org.casus.client.model.ErrorCode;
import org.casus.client.model.Event;
import org.casus.client.model.EventInput;
import org.casus.client.model.EventPage;
import org.casus.client.model.ParticipantInput;
import org.casus.client.model.Problem;
import org.casus.client.model.ReferenceInput;

/** Lists events, puts one back as it came, and reads a problem, with nothing but what was generated. */
final class Main {

    public static void main(String[] arguments) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(System.getenv().getOrDefault("CASUS_URL", "http://localhost:8080"));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + System.getenv("CASUS_KEY")));
        EventsApi events = new EventsApi(client);

        EventPage page = events.listEvents(APIListEventsRequest.newBuilder().type(List.of("speech", "interview")).limit(10).build());
        for (Event event : page.getItems()) {
            System.out.println(event.getWhen() + "  " + event.getType().getName() + "  " + event.getTitle());
        }
        expect(page.getTotal() >= 2 && page.getItems().size() >= 2, "a speech and an interview");

        String id = page.getItems().get(0).getId();
        ApiResponse<Event> read = events.getEventWithHttpInfo(APIGetEventRequest.newBuilder().id(id).build());
        Event event = read.getData();
        EventInput shorter = new EventInput()
                .type(new ReferenceInput(event.getType()))
                .title(event.getTitle())
                .when(event.getWhen())
                .place(new ReferenceInput("prague"))
                .participants(event.getParticipants().stream().map(participant -> new ParticipantInput()
                        .role(participant.getRole()).actor(new ReferenceInput(participant.getActor()))).toList());
        Event put = events.putEvent(APIPutEventRequest.newBuilder().id(id).eventInput(shorter)
                .ifMatch(read.getHeaders().get("etag").get(0)).reason("A check of the Java client").build());
        expect(put.getRevision() > event.getRevision() && put.getParticipants().equals(event.getParticipants()),
                "a new revision with the same participants");

        try {
            events.listEvents(APIListEventsRequest.newBuilder().actor(List.of("russai")).build());
            throw new IllegalStateException("a misspelt actor was taken");
        } catch (ApiException e) {
            Problem problem = JSON.getDefault().getMapper().readValue(e.getResponseBody(), Problem.class);
            expect(problem.getErrors().get(0).getCode() == ErrorCode.UNKNOWN_REFERENCE, "the code of an unknown reference");
            System.out.println(problem.getTitle() + ": " + problem.getErrors().get(0).getDetail());
        }
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("expected " + what);
        }
    }
}
